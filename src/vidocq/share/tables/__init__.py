"""Tables of the record: claims, their sources, coded incidents; as CSV or Parquet."""
