"""The shared data model in Apache Arrow: one set of columns for every engine."""

from govtargets.arrow._conform import conform
from govtargets.arrow.codec import Decoded, Record, decode, decode_batches, encode, encode_batches
from govtargets.arrow.schema import (
    ACHIEVEMENTS,
    ASSESSMENTS,
    INDICATORS,
    TARGETS,
    VERSION,
    in_profile,
)

__all__ = [
    "ACHIEVEMENTS",
    "ASSESSMENTS",
    "INDICATORS",
    "TARGETS",
    "VERSION",
    "Decoded",
    "Record",
    "conform",
    "decode",
    "decode_batches",
    "encode",
    "encode_batches",
    "in_profile",
]


def __dir__() -> list[str]:
    return __all__
