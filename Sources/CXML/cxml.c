#include "cxml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <string.h>

enum { max_attributes = 256 };

typedef struct {
  xmlParserCtxtPtr parser;
  const cxml_handler *handler;
  int32_t depth;
  int32_t depth_limit;
  int32_t status;
  int32_t line;
  int32_t first_error;
} reader;

static void stop(reader *reader, int32_t status) {
  if (reader->status != CXML_OK) return;
  reader->status = status;
  reader->line = reader->parser->input ? reader->parser->input->line : 0;
  xmlStopParser(reader->parser);
}

static size_t position(reader *reader) {
  long consumed = xmlByteConsumed(reader->parser);
  return consumed < 0 ? 0 : (size_t)consumed;
}

static int goes_on(reader *reader) {
  return reader->handler->goes_on == NULL || reader->handler->goes_on(reader->handler->context);
}

static void on_start(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
                     const xmlChar **attributes) {
  (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
  reader *reader = context;
  if (reader->status != CXML_OK) return;
  if (++reader->depth > reader->depth_limit) return stop(reader, CXML_TOO_DEEP);
  if (!goes_on(reader)) return stop(reader, CXML_STOPPED);
  cxml_attribute found[max_attributes];
  size_t count = 0;
  for (int index = 0; index < attribute_count && count < max_attributes; index++) {
    const xmlChar **attribute = attributes + 5 * index;
    found[count].name = (const char *)attribute[0];
    found[count].value = (const char *)attribute[3];
    found[count].value_length = (size_t)(attribute[4] - attribute[3]);
    count++;
  }
  reader->handler->start(reader->handler->context, (const char *)name, (const char *)uri, found, count,
                         position(reader));
}

static void on_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)prefix, (void)uri;
  reader *reader = context;
  if (reader->status != CXML_OK) return;
  reader->depth--;
  reader->handler->end(reader->handler->context, (const char *)name, position(reader));
}

static void on_text(void *context, const xmlChar *text, int length) {
  reader *reader = context;
  if (reader->status != CXML_OK || length <= 0) return;
  reader->handler->text(reader->handler->context, (const char *)text, (size_t)length);
}

static void on_reference(void *context, const xmlChar *name) {
  reader *reader = context;
  if (reader->status != CXML_OK) return;
  reader->handler->reference(reader->handler->context, (const char *)name);
}

static void on_entity(void *context, const xmlChar *name, int type, const xmlChar *public_id,
                      const xmlChar *system_id, xmlChar *content) {
  (void)name, (void)type, (void)public_id, (void)system_id, (void)content;
  stop(context, CXML_ENTITIES);
}

static xmlEntityPtr get_entity(void *context, const xmlChar *name) {
  (void)context;
  return xmlGetPredefinedEntity(name);
}

static xmlEntityPtr get_parameter_entity(void *context, const xmlChar *name) {
  (void)name;
  stop(context, CXML_ENTITIES);
  return NULL;
}

static void ignore_subset(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system) {
  (void)context, (void)name, (void)external, (void)system;
}

/* The first thing that is wrong is what is to be mended; the parser goes on to the end to find more. */
static void note_error(void *context, xmlErrorPtr error) {
  reader *reader = context;
  if (reader->first_error == 0 && error->level >= XML_ERR_ERROR && error->domain != XML_FROM_NAMESPACE)
    reader->first_error = error->line;
}

/* An external subset is announced but never read: entities it may declare are not errors of the document. */
static int has_external_subset(void *context) {
  (void)context;
  return 1;
}

static xmlSAXHandler sax_handler(void) {
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.initialized = XML_SAX2_MAGIC;
  sax.startElementNs = on_start;
  sax.endElementNs = on_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  sax.reference = on_reference;
  sax.entityDecl = on_entity;
  sax.getEntity = get_entity;
  sax.getParameterEntity = get_parameter_entity;
  sax.internalSubset = ignore_subset;
  sax.hasExternalSubset = has_external_subset;
  sax.serror = note_error;
  return sax;
}

cxml_result cxml_parse(const uint8_t *bytes, size_t length, int32_t depth_limit, const cxml_handler *handler) {
  cxml_result result = {CXML_MALFORMED, 0};
  if (length == 0 || length > INT_MAX / 2) return result;
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)bytes, (int)length);
  if (parser == NULL) {
    result.status = CXML_OUT_OF_MEMORY;
    return result;
  }
  reader reader = {parser, handler, 0, depth_limit, CXML_OK, 0, 0};
  xmlSAXHandler sax = sax_handler();
  xmlSAXHandlerPtr own = parser->sax;
  /* Line numbers beyond 65535 are kept with XML_PARSE_BIG_LINES; substitution of entities stays off. */
  xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES |
                                    XML_PARSE_IGNORE_ENC);
  parser->sax = &sax;
  parser->userData = &reader;
  xmlParseDocument(parser);
  result.status = reader.status;
  result.line = reader.line;
  if (result.status == CXML_OK && !parser->wellFormed) {
    result.status = CXML_MALFORMED;
    result.line = reader.first_error > 0 ? reader.first_error : parser->lastError.line;
  }
  parser->sax = own;
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  xmlFreeParserCtxt(parser);
  return result;
}

static void on_html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  reader *reader = context;
  if (reader->status != CXML_OK) return;
  if (++reader->depth > reader->depth_limit) return stop(reader, CXML_TOO_DEEP);
  if (!goes_on(reader)) return stop(reader, CXML_STOPPED);
  cxml_attribute found[max_attributes];
  size_t count = 0;
  for (; attributes != NULL && attributes[0] != NULL && count < max_attributes; attributes += 2) {
    if (attributes[1] == NULL) continue;
    found[count].name = (const char *)attributes[0];
    found[count].value = (const char *)attributes[1];
    found[count].value_length = strlen((const char *)attributes[1]);
    count++;
  }
  reader->handler->start(reader->handler->context, (const char *)name, NULL, found, count, 0);
}

static void on_html_end(void *context, const xmlChar *name) {
  reader *reader = context;
  if (reader->status != CXML_OK) return;
  reader->depth--;
  reader->handler->end(reader->handler->context, (const char *)name, 0);
}

cxml_result cxml_parse_html(const uint8_t *bytes, size_t length, int32_t depth_limit, const cxml_handler *handler) {
  cxml_result result = {CXML_MALFORMED, 0};
  if (length == 0 || length > INT_MAX / 2) return result;
  xmlSAXHandler sax;
  memset(&sax, 0, sizeof sax);
  sax.startElement = on_html_start;
  sax.endElement = on_html_end;
  sax.characters = on_text;
  sax.ignorableWhitespace = on_text;
  sax.cdataBlock = on_text;
  reader reader = {NULL, handler, 0, depth_limit, CXML_OK, 0, 0};
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)bytes, (int)length);
  if (parser == NULL) {
    result.status = CXML_OUT_OF_MEMORY;
    return result;
  }
  htmlSAXHandlerPtr own = parser->sax;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                 HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  parser->sax = &sax;
  parser->userData = &reader;
  reader.parser = parser;
  htmlParseDocument(parser);
  result.status = reader.status;
  result.line = reader.line;
  parser->sax = own;
  if (parser->myDoc != NULL) xmlFreeDoc(parser->myDoc);
  htmlFreeParserCtxt(parser);
  return result;
}
