"""The key that the archive's checkpoints are signed with: Ed25519 (RFC 8032), in a file outside the database."""

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from renderer.errors import CannotWrite, UnreadableFile

_LARGEST = 10_000
_READ = "Lav nøglen med archive key, og skriv filens navn i AFTALERAPPORT_SIGNING_KEY."


@dataclass(frozen=True)
class SigningKey:
    """A private key; `public` is the public key's 32 bytes in hexadecimal."""

    private: Ed25519PrivateKey

    @property
    def public(self) -> str:
        """What a signature is checked with."""
        return self.private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()

    def sign(self, text: str) -> str:
        """The signature of a text in UTF-8, in hexadecimal."""
        return self.private.sign(text.encode()).hex()


def make_signing_key(path: Path) -> SigningKey:
    """Make a key and write it into a new file that its owner alone can read (PKCS #8, PEM). Raises `CannotWrite`."""
    made = SigningKey(Ed25519PrivateKey.generate())
    content = made.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | os.O_CLOEXEC, 0o600), "wb") as file:
            file.write(content)
    except FileExistsError as cause:
        raise CannotWrite(
            f"Der er allerede en fil »{path}«.", "Vælg et andet navn; en nøgle overskrives aldrig."
        ) from cause
    except OSError as cause:
        raise CannotWrite(f"Nøglen kan ikke skrives i »{path}«.", "Undersøg, om mappen findes.") from cause
    return made


def read_signing_key(path: Path) -> SigningKey:
    """The key in a file. Raises `UnreadableFile`."""
    try:
        with path.open("rb") as file:
            key = load_pem_private_key(file.read(_LARGEST), None)
    except (OSError, ValueError, TypeError) as cause:
        raise UnreadableFile(f"Nøglen i »{path}« kan ikke læses.", _READ) from cause
    if not isinstance(key, Ed25519PrivateKey):
        raise UnreadableFile(f"»{path}« er ikke en nøgle til at underskrive arkivet med.", _READ)
    return SigningKey(key)


def is_signed(text: str, signature: str, public: str) -> bool:
    """Whether a text was signed with the private key that belongs to a public one."""
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(public)).verify(bytes.fromhex(signature), text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True
