#ifndef CXML_H
#define CXML_H

#include <stddef.h>
#include <stdint.h>

/* Strict, bounded reading of XML with libxml2: no network, no external entities, no entity declarations. */

enum cxml_status {
  CXML_OK = 0,
  CXML_MALFORMED = 1,
  CXML_TOO_DEEP = 2,
  CXML_ENTITIES = 3,
  CXML_OUT_OF_MEMORY = 4,
  CXML_STOPPED = 5,
};

typedef struct {
  const char *name;
  const char *value;
  size_t value_length;
} cxml_attribute;

typedef struct {
  void *context;
  /* `tag_end` is the offset of the `>` or `/>` that ends the start tag. */
  void (*start)(void *context, const char *name, const char *space, const cxml_attribute *attributes,
                size_t count, size_t tag_end);
  /* `offset` is just behind the element. */
  void (*end)(void *context, const char *name, size_t offset);
  void (*text)(void *context, const char *text, size_t length);
  /* A reference to an entity that is not one of XML's own. */
  void (*reference)(void *context, const char *name);
  /* Asked before every element; 0 ends the reading. May be NULL. */
  int32_t (*goes_on)(void *context);
} cxml_handler;

typedef struct {
  int32_t status;
  int32_t line;
} cxml_result;

/* Reads `bytes`, which are UTF-8, and calls the handler for what is found. */
cxml_result cxml_parse(const uint8_t *bytes, size_t length, int32_t depth_limit, const cxml_handler *handler);

/* The same for HTML, whatever is wrong with it; places are not told: they are 0. */
cxml_result cxml_parse_html(const uint8_t *bytes, size_t length, int32_t depth_limit, const cxml_handler *handler);

#endif
