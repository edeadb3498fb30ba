"""Tables of the record: claims, their sources, coded incidents, decisions of persons; as CSV or Parquet."""
