"""Running a function over record batches inside an engine that people already have.

An engine hands over batches and takes batches back: Spark's `mapInArrow`, Polars' `map_batches`,
DuckDB's readers, Dask, Ray and Daft. The work is one function from batches to batches; here is only
what keeps the way there and back exact.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import pyarrow as pa

from govtargets.arrow._conform import conform
from govtargets.arrow._types import DataType
from govtargets.arrow.schema import COUNT, DAY, DIGITS, FLAG, TEXT, in_profile
from govtargets.errors import InvalidValueError

__all__ = ["guarded", "spark_schema"]


def __dir__() -> list[str]:
    return __all__


# A function from record batches to record batches, the one shape that every engine can run.
Batches: TypeAlias = Callable[[Iterable[pa.RecordBatch]], Iterable[pa.RecordBatch]]

_SPARK: Final[dict[DataType, str]] = {
    TEXT: "string",
    DAY: "date",
    DIGITS: "tinyint",
    COUNT: "bigint",
    FLAG: "boolean",
    # What the columns of an engine's own may be, which are kept beside a judgement.
    pa.int16(): "smallint",
    pa.int32(): "int",
    pa.float32(): "float",
    pa.float64(): "double",
    pa.binary(): "binary",
}


def guarded(
    function: Batches, schema: pa.Schema
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """The function with batches that any engine takes: plain strings, the schema's order and scale.

    Spark matches columns by position, rounds to the declared scale and fails on dictionaries;
    batches that come out of here fit `spark_schema(schema)`, or an error says what does not.

    Raises:
        ProblemsError: When run: a batch lacks a column, has one too many, or holds floats.

    Example:
        >>> import govtargets as gt
        >>> from govtargets import arrow
        >>> table = arrow.encode(gt.indicators()[:2])
        >>> run = arrow.guarded(lambda batches: batches, arrow.INDICATORS)
        >>> [batch.schema.field("name").type for batch in run(table.to_batches())]
        [DataType(string)]
    """
    plain = in_profile(schema, "plain")

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in function(batches):
            yield from conform(batch, plain).combine_chunks().to_batches()

    return run


def spark_schema(schema: pa.Schema) -> str:
    """The schema in Spark's words, to declare what `mapInArrow` yields.

    Raises:
        InvalidValueError: A column that was kept is of a type that Spark is not told here.

    Example:
        >>> from govtargets import arrow
        >>> arrow.spark_schema(arrow.INDICATORS)[:40]
        '`id` string, `name` string, `direction` '
    """
    fields = in_profile(schema, "plain")
    return ", ".join(f"`{field.name}` {_spark(field.name, field.type)}" for field in fields)


def _spark(name: str, type_: DataType) -> str:
    if pa.types.is_decimal128(type_):
        return f"decimal({type_.precision},{type_.scale})"
    found = _SPARK.get(type_)
    if found is None:
        known = ", ".join(map(str, _SPARK))
        message = f"the column {name} is {type_}: cast it to one of {known}, or do not keep it"
        raise InvalidValueError(message)
    return found
