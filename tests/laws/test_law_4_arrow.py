"""Law 4, Arrow round trip.

`decode(encode(x)) == x`, field by field, digits included, through IPC, Parquet, Feather. The other
engines are in tests/engines and tests/spark.
"""

import io
from collections.abc import Callable
from typing import Any

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import feather, parquet
from tests.arrow.records import records, same

from govtargets import arrow

Route = Callable[[pa.Table], Any]


def through_ipc_file(table: pa.Table) -> pa.Table:
    buffer = io.BytesIO()
    options = pa.ipc.IpcWriteOptions(unify_dictionaries=True)
    with pa.ipc.new_file(buffer, table.schema, options=options) as writer:
        writer.write_table(table)
    return pa.ipc.open_file(buffer.getvalue()).read_all()


def through_ipc_stream(table: pa.Table) -> pa.RecordBatchReader:
    buffer = io.BytesIO()
    with pa.ipc.new_stream(buffer, table.schema) as writer:
        writer.write_table(table, max_chunksize=2)
    return pa.ipc.open_stream(buffer.getvalue())


def through_parquet(table: pa.Table, *, store_schema: bool = True) -> pa.Table:
    buffer = io.BytesIO()
    parquet.write_table(table, buffer, store_schema=store_schema, row_group_size=2)
    return parquet.read_table(io.BytesIO(buffer.getvalue()))


def through_parquet_without_schema(table: pa.Table) -> pa.Table:
    return through_parquet(table, store_schema=False)


def through_feather(table: pa.Table) -> pa.Table:
    buffer = io.BytesIO()
    feather.write_feather(table, buffer)
    return feather.read_table(io.BytesIO(buffer.getvalue()))


def as_it_is(table: pa.Table) -> pa.Table:
    return table


ROUTES = [
    as_it_is,
    through_ipc_file,
    through_ipc_stream,
    through_parquet,
    through_parquet_without_schema,
    through_feather,
]


class TestLaw4ArrowRoundTrip:
    """`decode(encode(x)) == x`, field by field, digits included."""

    @given(records=records(), profile=st.sampled_from(["compact", "plain"]))
    def test_records_come_back_as_they_were_written(self, records: list[Any], profile: Any) -> None:
        table = arrow.encode(records, profile=profile)
        for route in ROUTES:
            assert same(arrow.decode(route(table)), records), route

    @given(records=records())
    def test_a_stream_of_records_comes_back_too(self, records: list[Any]) -> None:
        reader = arrow.encode_batches(iter(records), type(records[0]))
        assert same(arrow.decode(reader), records)

    @given(records=records())
    def test_every_route_conforms_to_the_schema(self, records: list[Any]) -> None:
        table = arrow.encode(records)
        plain = arrow.encode(records, profile="plain")
        for route in ROUTES:
            found = arrow.conform(route(plain), table.schema)
            assert found.schema.equals(table.schema, check_metadata=True), route
            assert found.to_pylist() == table.to_pylist(), route
