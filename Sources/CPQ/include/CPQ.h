#ifndef CPQ_H
#define CPQ_H

// What Colophon uses of libpq 5, by the library's names and binary interface
// (https://www.postgresql.org/docs/current/libpq.html). It is loaded at the first call.

typedef struct PGconn PGconn;
typedef struct PGresult PGresult;
typedef struct PGcancel PGcancel;
typedef unsigned int Oid;

typedef enum { CONNECTION_OK = 0 } ConnStatusType;

typedef enum {
  PGRES_COMMAND_OK = 1,
  PGRES_TUPLES_OK = 2,
  PGRES_SINGLE_TUPLE = 9,
} ExecStatusType;

typedef void (*PQnoticeProcessor)(void *closure, const char *message);

// Connections.
PGconn *PQconnectdbParams(
    const char *const *keywords, const char *const *values, int expands_database_name);
void PQfinish(PGconn *connection);
ConnStatusType PQstatus(const PGconn *connection);
char *PQerrorMessage(const PGconn *connection);
PQnoticeProcessor PQsetNoticeProcessor(
    PGconn *connection, PQnoticeProcessor processor, void *closure);

// Commands.
PGresult *PQexec(PGconn *connection, const char *command);
int PQsendQueryParams(
    PGconn *connection, const char *command, int count, const Oid *types,
    const char *const *values, const int *lengths, const int *formats, int result_format);
int PQsetSingleRowMode(PGconn *connection);
PGresult *PQgetResult(PGconn *connection);

// Cancellation.
PGcancel *PQgetCancel(PGconn *connection);
int PQcancel(PGcancel *request, char *message, int capacity);
void PQfreeCancel(PGcancel *request);

// Results.
ExecStatusType PQresultStatus(const PGresult *result);
char *PQresultErrorField(const PGresult *result, int field);
void PQclear(PGresult *result);
int PQntuples(const PGresult *result);
int PQnfields(const PGresult *result);
char *PQfname(const PGresult *result, int column);
Oid PQftype(const PGresult *result, int column);
int PQgetisnull(const PGresult *result, int row, int column);
char *PQgetvalue(const PGresult *result, int row, int column);
int PQgetlength(const PGresult *result, int row, int column);

#endif
