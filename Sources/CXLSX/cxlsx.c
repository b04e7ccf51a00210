#include "cxlsx.h"

#include <stdlib.h>
#include <xlsxwriter.h>

struct cxlsx_book {
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *text;
  lxw_format *head;
};

cxlsx_book *cxlsx_open(const char *path, const char *sheet) {
  cxlsx_book *result = calloc(1, sizeof *result);
  if (result == NULL) return NULL;
  lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = NULL, .use_zip64 = LXW_TRUE};
  result->book = workbook_new_opt(path, &options);
  if (result->book == NULL) {
    free(result);
    return NULL;
  }
  /* The same records give the same bytes: no time of writing. */
  lxw_doc_properties properties = {.created = 946684800};
  workbook_set_properties(result->book, &properties);
  result->sheet = workbook_add_worksheet(result->book, sheet);
  result->text = workbook_add_format(result->book);
  format_set_num_format(result->text, "@");
  result->head = workbook_add_format(result->book);
  format_set_bold(result->head);
  format_set_num_format(result->head, "@");
  return result;
}

int32_t cxlsx_text(cxlsx_book *book, uint32_t row, uint16_t column, const char *text, int32_t is_head) {
  return (int32_t)worksheet_write_string(book->sheet, row, column, text, is_head ? book->head : book->text);
}

void cxlsx_width(cxlsx_book *book, uint16_t column, double width) {
  worksheet_set_column(book->sheet, column, column, width, NULL);
}

void cxlsx_freeze(cxlsx_book *book, uint32_t rows) { worksheet_freeze_panes(book->sheet, rows, 0); }

int32_t cxlsx_close(cxlsx_book *book) {
  int32_t result = (int32_t)workbook_close(book->book);
  free(book);
  return result;
}
