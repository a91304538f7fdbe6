"""Only the public internet may be fetched from, in whatever notation an address comes."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talks.sources.guard import RefusedAddress, guarded_socket, is_public

CLOSED = {
    "loopback": ["127.0.0.1", "127.8.8.8", "::1"],
    "private": ["10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12:3456::1"],
    "link-local": ["169.254.169.254", "fe80::1", "fe80::1%eth0", "fec0::1"],
    "carrier-grade NAT": ["100.64.0.1", "100.127.255.255"],
    "NAT64": ["64:ff9b::7f00:1", "64:ff9b::808:808", "64:ff9b:1::1"],
    "6to4": ["2002:7f00:1::1", "2002:808:808::1", "192.88.99.1"],
    "Teredo": ["2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2"],
    "multicast": ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"],
    "unspecified": ["0.0.0.0", "::"],
    "IPv4-mapped": ["::ffff:127.0.0.1", "::ffff:8.8.8.8"],
    "IPv4-compatible": ["::8.8.8.8"],
    "documentation and tests": ["192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "2001:db8::1", "3fff::1"],
    "reserved": ["240.0.0.1", "255.255.255.255", "4000::1"],
    "no address at all": ["", "localhost", "0x7f.1", "2130706433", "127.1", "1.2.3.4.5", "::1::"],
}


@pytest.mark.parametrize("kind", CLOSED)
def test_what_is_not_the_public_internet_is_refused(kind: str) -> None:
    assert [address for address in CLOSED[kind] if is_public(address)] == []


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"])
def test_public_addresses_are_open(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_nothing_that_python_calls_special_is_open(address: IPv4Address | IPv6Address) -> None:
    is_special = not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified
    assert not (is_special and is_public(str(address)))


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_hidden_in_ipv6_is_refused(inner: IPv4Address) -> None:
    hidden = [f"::ffff:{inner}", f"64:ff9b::{inner}", f"2002:{int(inner) >> 16:x}:{int(inner) & 0xFFFF:x}::1"]
    assert not any(is_public(str(ip_address(address))) for address in hidden)


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert is_public(text) in (True, False)


def test_a_socket_is_made_for_a_public_address_only() -> None:
    with pytest.raises(RefusedAddress):
        guarded_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("127.0.0.1", 80)))
    with pytest.raises(RefusedAddress):
        guarded_socket((socket.AF_INET6, socket.SOCK_STREAM, 0, "", ("::1", 80, 0, 0)))
    guarded_socket((socket.AF_INET, socket.SOCK_STREAM, 0, "", ("8.8.8.8", 80))).close()
