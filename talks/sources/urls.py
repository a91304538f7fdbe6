"""Addresses as they are stored and compared: http(s) only, without the parameters that follow readers around."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

LONGEST_URL = 2_000
LONGEST_RAW = 10_000
TRACKING = re.compile(
    r"(?:utm_\w+|hsa_\w+|mtm_\w+|pk_\w+|vero_\w+|ns_\w+|at_(?:medium|campaign|custom\d?|link\w*|bbc_team|ptr_name|format)"
    r"|(?:fb|g|dc|ms|y|tw|tt|li_fat_|wick)cl(?:id|src)|gbraid|wbraid|_ga|_gl|mc_[ce]id|mkt_tok|igsh(?:id)?|xtor|wt_\w+"
    r"|cmp|cmpid|intcmp|int_cmp|ito|smid|smtyp|ocid|maca|traffic_source|_hs(?:enc|mi)|__twitter_impression"
    r"|ref_src|ref_url|spref|ncid|soc_src|soc_trk|tk\.\w+)(?:=.*)?",
    re.IGNORECASE,
)
FROM_RSS = re.compile(r"(?:ref|src|source|from|origin|via|partner|rss)=(?:rss[\w-]*|feed[\w-]*|atom|1)?", re.IGNORECASE)
"""These name a real thing in other addresses: only «ref=rss» and its kin go."""
KEPT = "%/:=&?~#+!$,;'@()*[]|"
SCHEMES = ("http", "https")


def clean_url(url: str, *, base: str = "") -> str:
    """The absolute address without tracking parameters; empty where it is no http(s) address."""
    url = "".join(url[:LONGEST_RAW].split())
    if not url:
        return ""
    try:
        parts = urlsplit(urljoin(base, url))
        if parts.scheme not in SCHEMES or not parts.hostname or parts.port == 0:
            return ""
        bare = urlunsplit(parts._replace(query=_without_tracking(parts.query), fragment=_fragment(parts.fragment)))
    except ValueError:
        return ""
    absolute = quote(bare, safe=KEPT, errors="replace")
    return absolute if len(absolute) <= LONGEST_URL else ""


def _without_tracking(query: str) -> str:
    return "&".join(pair for pair in query.split("&") if not _is_tracking(pair))


def _is_tracking(pair: str) -> bool:
    return bool(TRACKING.fullmatch(pair) or FROM_RSS.fullmatch(pair))


def _fragment(fragment: str) -> str:
    return "" if _is_tracking(fragment.split("&")[0]) else fragment


def comparable(url: str) -> str:
    """The form in which two addresses of one page are equal: no scheme, no «www.», no slash at the end."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    return urlunsplit(("", f"{host}{port}", parts.path.rstrip("/"), parts.query, parts.fragment)).removeprefix("//")
