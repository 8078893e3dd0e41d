#include "CPQ.h"

#include "CDelay.h"

static const char library[] = "libpq.so.5";

DELAYED(library, PGconn *, PQconnectdbParams,
        (const char *const *keywords, const char *const *values, int expands),
        (keywords, values, expands))
DELAYED(library, void, PQfinish, (PGconn *connection), (connection))
DELAYED(library, ConnStatusType, PQstatus, (const PGconn *connection), (connection))
DELAYED(library, char *, PQerrorMessage, (const PGconn *connection), (connection))
DELAYED(library, PQnoticeProcessor, PQsetNoticeProcessor,
        (PGconn *connection, PQnoticeProcessor processor, void *closure),
        (connection, processor, closure))

DELAYED(library, PGresult *, PQexec, (PGconn *connection, const char *command),
        (connection, command))
DELAYED(library, int, PQsendQueryParams,
        (PGconn *connection, const char *command, int count, const Oid *types,
         const char *const *values, const int *lengths, const int *formats, int result_format),
        (connection, command, count, types, values, lengths, formats, result_format))
DELAYED(library, int, PQsetSingleRowMode, (PGconn *connection), (connection))
DELAYED(library, PGresult *, PQgetResult, (PGconn *connection), (connection))

DELAYED(library, PGcancel *, PQgetCancel, (PGconn *connection), (connection))
DELAYED(library, int, PQcancel, (PGcancel *request, char *message, int capacity),
        (request, message, capacity))
DELAYED(library, void, PQfreeCancel, (PGcancel *request), (request))

DELAYED(library, ExecStatusType, PQresultStatus, (const PGresult *result), (result))
DELAYED(library, char *, PQresultErrorField, (const PGresult *result, int field), (result, field))
DELAYED(library, void, PQclear, (PGresult *result), (result))
DELAYED(library, int, PQntuples, (const PGresult *result), (result))
DELAYED(library, int, PQnfields, (const PGresult *result), (result))
DELAYED(library, char *, PQfname, (const PGresult *result, int column), (result, column))
DELAYED(library, Oid, PQftype, (const PGresult *result, int column), (result, column))
DELAYED(library, int, PQgetisnull, (const PGresult *result, int row, int column),
        (result, row, column))
DELAYED(library, char *, PQgetvalue, (const PGresult *result, int row, int column),
        (result, row, column))
DELAYED(library, int, PQgetlength, (const PGresult *result, int row, int column),
        (result, row, column))
