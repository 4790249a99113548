"""The shared data model in Apache Arrow: one set of columns for every engine."""

from govtargets.arrow._assess import Judge, assess, assess_batches
from govtargets.arrow._conform import conform
from govtargets.arrow.codec import Decoded, Record, decode, decode_batches, encode, encode_batches
from govtargets.arrow.engines import guarded, spark_schema
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
    "Judge",
    "Record",
    "assess",
    "assess_batches",
    "conform",
    "decode",
    "decode_batches",
    "encode",
    "encode_batches",
    "guarded",
    "in_profile",
    "spark_schema",
]


def __dir__() -> list[str]:
    return __all__
