"""Law 4 through Spark, and what `mapInArrow` would do to columns that nobody guards."""

import os
import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyspark.sql import SparkSession
from tests.arrow.records import assessments, same

import govtargets as gt
from govtargets import arrow, strategies

SCHEMAS = {
    gt.Target: arrow.TARGETS,
    gt.Achievement: arrow.ACHIEVEMENTS,
    gt.Indicator: arrow.INDICATORS,
    gt.Assessment: arrow.ASSESSMENTS,
}
KINDS = [strategies.targets(), strategies.achievements(), strategies.indicators(), assessments()]
MANY = st.one_of([st.lists(kind, min_size=10, max_size=20) for kind in KINDS])
# A job takes a second or more, so there are few examples, each of many records, and no shrinking.
FEW = settings(
    max_examples=4,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    # Without this the workers run the python3 of the path, which has no pyarrow.
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def backwards(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The same batches with their columns in another order and their words as dictionaries."""
    for batch in batches:
        names = batch.schema.names[::-1]
        yield pa.RecordBatch.from_arrays([batch.column(name) for name in names], names)


class TestLaw4Spark:
    """`decode(encode(x)) == x` through Spark 4, with the plain profile."""

    @FEW
    @given(records=MANY)
    def test_records_come_back_from_a_data_frame(
        self, spark: SparkSession, records: list[Any]
    ) -> None:
        frame = spark.createDataFrame(arrow.encode(records, profile="plain"))
        assert same(arrow.decode(frame.toArrow()), records)

    @FEW
    @given(records=MANY)
    def test_records_come_back_from_parquet(
        self, spark: SparkSession, tmp_path: Path, records: list[Any]
    ) -> None:
        where = str(tmp_path / "table")
        frame = spark.createDataFrame(arrow.encode(records, profile="plain"))
        frame.write.mode("overwrite").parquet(where)
        assert same(arrow.decode(spark.read.parquet(where).toArrow()), records)

    @FEW
    @given(records=MANY)
    def test_a_guarded_function_gives_every_column_its_own_values(
        self, spark: SparkSession, records: list[Any]
    ) -> None:
        schema = SCHEMAS[type(records[0])]
        frame = spark.createDataFrame(arrow.encode(records, profile="plain"))
        done = frame.mapInArrow(arrow.guarded(backwards, schema), arrow.spark_schema(schema))
        assert same(arrow.decode(done.toArrow()), records)


def test_spark_itself_matches_columns_by_position(spark: SparkSession) -> None:
    """The reason for the guard; when this fails, Spark has learnt to look at names."""
    frame = spark.createDataFrame(pa.table({"a": [1], "b": [2]}))
    swapped = frame.mapInArrow(backwards, "a bigint, b bigint").toArrow()
    assert swapped.to_pylist() == [{"a": 2, "b": 1}]


def test_spark_itself_rounds_to_the_declared_scale(spark: SparkSession) -> None:
    """The reason why `spark_schema` declares all nine places."""
    number = pa.array([Decimal("1.123456789")], pa.decimal128(38, 9))
    frame = spark.createDataFrame(pa.table({"a": number}))
    rounded = frame.mapInArrow(lambda batches: batches, "a decimal(18,4)").toArrow()
    assert rounded.to_pylist() == [{"a": Decimal("1.1235")}]
