"""Adding reports: read, shown before anything is recorded, judged claim by claim, recorded with the judgements."""
