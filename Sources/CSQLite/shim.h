#pragma once
#include <sqlite3.h>
// `SQLITE_TRANSIENT` is a pointer made of -1, which Swift does not import: SQLite copies the bytes.
static inline int CSQLite_bind_text(sqlite3_stmt *statement, int place, const char *text, int count) {
  return sqlite3_bind_text(statement, place, text, count, SQLITE_TRANSIENT);
}
