#ifndef CHTTP_H
#define CHTTP_H

#include <stddef.h>
#include <stdint.h>

/* A small face of GNU libmicrohttpd: requests are read whole, within limits, and handed over; answers may come
   later and from any thread. */

typedef struct chttp_server chttp_server;
typedef struct chttp_exchange chttp_exchange;

/* Is called on the server's own thread when a request is there; sooner or later chttp_answer has to be called,
   just once. */
typedef void (*chttp_handler)(void *context, chttp_exchange *exchange);

typedef struct {
  size_t body;             /* longest body, in bytes; a longer one is read past and told by chttp_too_large */
  size_t memory;           /* memory of a connection: the longest head */
  unsigned int patience;   /* seconds without a byte before a connection is closed */
  unsigned int connections; /* how many there may be at once */
} chttp_limits;

/* Starts a server on a numeric address; port 0 takes any. NULL where that fails, with errno. */
chttp_server *chttp_start(const char *address, uint16_t port, chttp_limits limits, chttp_handler handler,
                          void *context);
/* The port. */
uint16_t chttp_port(const chttp_server *server);
/* Ends the server; every request has to be answered before. */
void chttp_stop(chttp_server *server);

/* The parts of a request; they live until it is answered. */
const char *chttp_method(const chttp_exchange *exchange);
const char *chttp_path(const chttp_exchange *exchange);
const char *chttp_header(const chttp_exchange *exchange, const char *name);
/* How many headers of this name there are. */
size_t chttp_header_count(const chttp_exchange *exchange, const char *name);
const char *chttp_argument(const chttp_exchange *exchange, const char *name);
const uint8_t *chttp_body(const chttp_exchange *exchange, size_t *count);
int32_t chttp_too_large(const chttp_exchange *exchange);

/* Adds a header to the answer. */
void chttp_add_header(chttp_exchange *exchange, const char *name, const char *value);
/* Sends the answer. */
void chttp_answer(chttp_exchange *exchange, uint32_t status, const uint8_t *body, size_t count);

#endif
