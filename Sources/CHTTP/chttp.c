#include "chttp.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>
#include <sys/socket.h>

/* A body that is too long is read past up to here, so that the client hears why; a longer one is cut off. */
static const uint64_t longest_discarded = (uint64_t)256 << 20;

struct chttp_server {
  struct MHD_Daemon *daemon;
  chttp_handler handler;
  void *context;
  chttp_limits limits;
};

#define MOST_HEADERS 16

struct chttp_exchange {
  chttp_server *server;
  struct MHD_Connection *connection;
  char *method;
  char *path;
  uint8_t *body;
  size_t count;
  size_t capacity;
  uint64_t received;
  int too_large;
  int handed_over;
  unsigned int status;
  struct MHD_Response *response;
  char *names[MOST_HEADERS];
  char *values[MOST_HEADERS];
  size_t headers;
};

static void forget(chttp_exchange *exchange) {
  if (exchange->response != NULL) MHD_destroy_response(exchange->response);
  for (size_t i = 0; i < exchange->headers; i++) {
    free(exchange->names[i]);
    free(exchange->values[i]);
  }
  free(exchange->method);
  free(exchange->path);
  free(exchange->body);
  free(exchange);
}

/* Keeps a piece of the body, or remembers that it is too long. */
static int keep(chttp_exchange *exchange, const char *data, size_t size) {
  exchange->received += size;
  if (exchange->received > longest_discarded) return -1;
  if (exchange->too_large || exchange->received > exchange->server->limits.body) {
    exchange->too_large = 1;
    return 0;
  }
  if (exchange->count + size > exchange->capacity) {
    size_t capacity = (exchange->count + size) * 2;
    uint8_t *body = realloc(exchange->body, capacity);
    if (body == NULL) return -1;
    exchange->body = body;
    exchange->capacity = capacity;
  }
  memcpy(exchange->body + exchange->count, data, size);
  exchange->count += size;
  return 0;
}

static enum MHD_Result on_access(void *context, struct MHD_Connection *connection, const char *url,
                                 const char *method, const char *version, const char *data, size_t *size,
                                 void **memory) {
  (void)version;
  chttp_server *server = context;
  chttp_exchange *exchange = *memory;
  if (exchange == NULL) {
    exchange = calloc(1, sizeof *exchange);
    if (exchange == NULL) return MHD_NO;
    exchange->server = server;
    exchange->connection = connection;
    exchange->method = strdup(method);
    exchange->path = strdup(url);
    *memory = exchange;
    return exchange->method != NULL && exchange->path != NULL ? MHD_YES : MHD_NO;
  }
  if (*size > 0) {
    if (keep(exchange, data, *size) != 0) return MHD_NO;
    *size = 0;
    return MHD_YES;
  }
  if (exchange->response != NULL) return MHD_queue_response(connection, exchange->status, exchange->response);
  if (exchange->handed_over) return MHD_YES;
  exchange->handed_over = 1;
  MHD_suspend_connection(connection);
  server->handler(server->context, exchange);
  return MHD_YES;
}

static void on_completed(void *context, struct MHD_Connection *connection, void **memory,
                         enum MHD_RequestTerminationCode code) {
  (void)context;
  (void)connection;
  (void)code;
  if (*memory != NULL) forget(*memory);
  *memory = NULL;
}

/* Every connection is a file; the usual limit of 1024 is soon reached by connections that say nothing. */
static void allow_files(rlim_t count) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= count) return;
  limit.rlim_cur = limit.rlim_max < count ? limit.rlim_max : count;
  setrlimit(RLIMIT_NOFILE, &limit);
}

chttp_server *chttp_start(const char *address, uint16_t port, chttp_limits limits, chttp_handler handler,
                          void *context) {
  struct sockaddr_storage place;
  memset(&place, 0, sizeof place);
  struct sockaddr_in *four = (struct sockaddr_in *)&place;
  struct sockaddr_in6 *six = (struct sockaddr_in6 *)&place;
  unsigned int flags = MHD_USE_EPOLL | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME;
  if (inet_pton(AF_INET, address, &four->sin_addr) == 1) {
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
  } else if (inet_pton(AF_INET6, address, &six->sin6_addr) == 1) {
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    flags |= MHD_USE_IPv6;
  } else {
    errno = EADDRNOTAVAIL;
    return NULL;
  }
  allow_files(limits.connections + 256);
  chttp_server *server = calloc(1, sizeof *server);
  if (server == NULL) return NULL;
  server->handler = handler;
  server->context = context;
  server->limits = limits;
  errno = 0;
  server->daemon = MHD_start_daemon(
      flags, port, NULL, NULL, &on_access, server, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&place,
      MHD_OPTION_CONNECTION_LIMIT, limits.connections, MHD_OPTION_CONNECTION_TIMEOUT, limits.patience,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, limits.memory, MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_NOTIFY_COMPLETED, &on_completed, NULL, MHD_OPTION_END);
  if (server->daemon == NULL) {
    if (errno == 0) errno = EADDRINUSE;
    free(server);
    return NULL;
  }
  return server;
}

uint16_t chttp_port(const chttp_server *server) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

void chttp_stop(chttp_server *server) {
  MHD_stop_daemon(server->daemon);
  free(server);
}

const char *chttp_method(const chttp_exchange *exchange) { return exchange->method; }

const char *chttp_path(const chttp_exchange *exchange) { return exchange->path; }

const char *chttp_header(const chttp_exchange *exchange, const char *name) {
  return MHD_lookup_connection_value(exchange->connection, MHD_HEADER_KIND, name);
}

struct tally {
  const char *name;
  size_t count;
};

static enum MHD_Result count_header(void *context, enum MHD_ValueKind kind, const char *name,
                                    const char *value) {
  (void)kind;
  (void)value;
  struct tally *tally = context;
  if (strcasecmp(name, tally->name) == 0) tally->count++;
  return MHD_YES;
}

size_t chttp_header_count(const chttp_exchange *exchange, const char *name) {
  struct tally tally = {.name = name, .count = 0};
  MHD_get_connection_values(exchange->connection, MHD_HEADER_KIND, &count_header, &tally);
  return tally.count;
}

const char *chttp_argument(const chttp_exchange *exchange, const char *name) {
  return MHD_lookup_connection_value(exchange->connection, MHD_GET_ARGUMENT_KIND, name);
}

const uint8_t *chttp_body(const chttp_exchange *exchange, size_t *count) {
  *count = exchange->count;
  return exchange->body;
}

int32_t chttp_too_large(const chttp_exchange *exchange) { return exchange->too_large; }

void chttp_add_header(chttp_exchange *exchange, const char *name, const char *value) {
  if (exchange->headers == MOST_HEADERS) return;
  exchange->names[exchange->headers] = strdup(name);
  exchange->values[exchange->headers] = strdup(value);
  exchange->headers++;
}

void chttp_answer(chttp_exchange *exchange, uint32_t status, const uint8_t *body, size_t count) {
  exchange->response = MHD_create_response_from_buffer(count, (void *)body, MHD_RESPMEM_MUST_COPY);
  exchange->status = status;
  for (size_t i = 0; exchange->response != NULL && i < exchange->headers; i++) {
    if (exchange->names[i] == NULL || exchange->values[i] == NULL) continue;
    MHD_add_response_header(exchange->response, exchange->names[i], exchange->values[i]);
  }
  MHD_resume_connection(exchange->connection);
}
