"""The guard of the way out: which addresses a feed may be fetched from.

It sees the final address of every connection, after every look-up and redirect, so that no notation of a host
(«0x7f.1», «2130706433», a name that points inside) and no second answer of the DNS gets past it.
"""

from __future__ import annotations

import errno
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

AddressInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[Any, ...]]
"""As `getaddrinfo` gives it; the last item begins with the address."""

CLOSED_V4 = tuple(
    ip_network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT
        "127.0.0.0/8",
        "169.254.0.0/16",  # link-local, cloud metadata
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",  # 6to4 relay
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)
OPEN_V6 = ip_network("2000::/3")
"""All that IANA has given out: loopback, link-local, unique local, multicast, IPv4-mapped and NAT64 lie outside."""
CLOSED_V6 = tuple(
    ip_network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",
        "2002::/16",  # 6to4 carries any IPv4 address
        "3fff::/20",
    )
)


class RefusedAddress(OSError):
    """The address is not on the public internet. Every refusal has the same text: the connector compares them."""

    def __init__(self) -> None:
        super().__init__(errno.EACCES, "the address is not public")


def is_public(address: str) -> bool:
    """Whether the address, as the resolver writes it, lies on the public internet."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return _is_public_v4(parsed) if isinstance(parsed, IPv4Address) else _is_public_v6(parsed)


def _is_public_v4(address: IPv4Address) -> bool:
    return not any(address in block for block in CLOSED_V4)


def _is_public_v6(address: IPv6Address) -> bool:
    return address in OPEN_V6 and not any(address in block for block in CLOSED_V6)


def guarded_socket(info: AddressInfo) -> socket.socket:
    """A socket for a public address; a socket factory of aiohttp's connector.

    Raises RefusedAddress.
    """
    family, kind, protocol, _, where = info
    if not is_public(str(where[0])):
        raise RefusedAddress
    return socket.socket(family, kind, protocol)
