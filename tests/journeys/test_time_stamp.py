"""What was signed is stamped by an authority (RFC 3161), here OpenSSL's own behind a small web server."""

import datetime
import http.server
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from renderer.archive.archive import Archive
from renderer.archive.signing_key import make_signing_key
from renderer.errors import UnreadableFile
from renderer.journeys.issuing.checkpoints import heads_of, kept_heads, write_checkpoints
from renderer.journeys.issuing.time_stamp import read_roots, stamp_heads, stamped_at
from renderer.journeys.issuing.verify_archive import verify_archive
from tests.archive.editions import issuing, new_edition

NOW = datetime.datetime.now(datetime.UTC)
CONFIG = """
[tsa]
default_tsa = one
[one]
serial = {folder}/serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
signer_digest = sha256
ess_cert_id_alg = sha256
"""


@dataclass
class Authority:
    """Where it answers, and the file with its root; `silent` lets it answer that it cannot."""

    address: str
    root: Path
    silent: bool = False


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[Authority]:
    folder = tmp_path / "tsa"
    folder.mkdir()
    made = Authority("", certified(folder))

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            (folder / "query").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
            reply = b"" if made.silent else replied(folder)
            self.send_response(503 if made.silent else 200)
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        made.address = f"http://127.0.0.1:{server.server_port}/tsr"
        yield made
        server.shutdown()
        thread.join()


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(f"sqlite:///{tmp_path}/udgaver.db", key=make_signing_key(tmp_path / "noegle.pem")) as opened:
        opened.issue([new_edition(1)], issuing())
        yield opened


def test_what_was_signed_is_stamped_once(archive: Archive, authority: Authority) -> None:
    assert stamp_heads(archive, authority.address) == (1, 0)
    assert stamp_heads(archive, authority.address) == (0, 0)

    [head] = heads_of(archive)
    moment = stamped_at(head, read_roots(authority.root))
    assert moment is not None
    assert abs((moment - NOW).total_seconds()) < 3_600
    assert verify_archive(archive, roots=read_roots(authority.root)).findings == ()


def test_an_authority_that_cannot_answer_holds_nobody_up(
    archive: Archive, authority: Authority, tmp_path: Path
) -> None:
    authority.silent = True
    done = write_checkpoints(archive, tmp_path / "k.json", NOW, authority.address)
    assert done.unstamped == 1
    [missing] = verify_archive(archive, roots=read_roots(authority.root)).findings
    assert (missing.code, missing.stops) == ("tidsstempel-mangler", False)

    authority.silent = False
    assert write_checkpoints(archive, tmp_path / "k.json", NOW, authority.address).unstamped == 0
    assert [head.stamp != b"" for head in kept_heads([tmp_path / "k.json"])["k.json"]] == [True]
    assert stamp_heads(archive, "http://127.0.0.1:1/") == (0, 0)


def test_a_stamp_of_another_authority_or_of_something_else_does_not_hold(
    archive: Archive, authority: Authority, tmp_path: Path
) -> None:
    stamp_heads(archive, authority.address)
    [head] = heads_of(archive)
    (tmp_path / "fremmed").mkdir()
    stranger = certified(tmp_path / "fremmed")

    assert stamped_at(head, read_roots(stranger)) is None
    assert stamped_at(replace(head, signature="0" * 128), read_roots(authority.root)) is None
    assert stamped_at(replace(head, stamp=b"x" * 99), read_roots(authority.root)) is None
    [wrong] = verify_archive(archive, roots=read_roots(stranger)).findings
    assert (wrong.code, wrong.stops) == ("tidsstempel-passer-ikke", True)


def test_what_is_no_certificate_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pem").write_text("x", encoding="utf-8")

    with pytest.raises(UnreadableFile, match=r"x\.pem"):
        read_roots(tmp_path / "x.pem")


def replied(folder: Path) -> bytes:
    files = ["-config", f"{folder}/ts.conf", "-queryfile", f"{folder}/query", "-out", f"{folder}/reply"]
    subprocess.run(["openssl", "ts", "-reply", *files], check=True, capture_output=True)
    return (folder / "reply").read_bytes()


def certified(folder: Path) -> Path:
    """Make a root and an authority's certificate under it, with OpenSSL's settings; gives the root's file."""
    root_key, tsa_key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name, tsa_name = named("Rod"), named("Tidsstempling")
    root = (
        certificate(root_name, root_name, root_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    tsa = (
        certificate(tsa_name, root_name, tsa_key.public_key())
        .add_extension(usage, critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    (folder / "root.pem").write_bytes(root.public_bytes(Encoding.PEM))
    (folder / "tsa.pem").write_bytes(tsa.public_bytes(Encoding.PEM))
    key = tsa_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "tsa.key").write_bytes(key)
    (folder / "serial").write_text("01\n", encoding="ascii")
    (folder / "ts.conf").write_text(CONFIG.format(folder=folder), encoding="utf-8")
    return folder / "root.pem"


def named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def certificate(name: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW - datetime.timedelta(days=1))
        .not_valid_after(NOW + datetime.timedelta(days=1))
    )
