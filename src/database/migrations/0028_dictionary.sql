-- In the notation that the ICU of both PostgreSQL and PGlite reads.
CREATE COLLATION "dictionary" (provider = icu, locale = '@colNumeric=yes');
