#include "cxlsx.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
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
  /* What is typed into an empty cell stays the text that it is: no date, no formula. */
  worksheet_set_column(book->sheet, column, column, width, book->text);
}

void cxlsx_choices(cxlsx_book *book, uint32_t row, uint16_t column, const char *const *choices) {
  lxw_data_validation validation = {
      .validate = LXW_VALIDATION_TYPE_LIST, .value_list = (const char **)choices, .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
      .show_error = LXW_VALIDATION_OFF, .show_input = LXW_VALIDATION_OFF, .dropdown = LXW_VALIDATION_ON};
  worksheet_data_validation_cell(book->sheet, row, column, &validation);
}

void cxlsx_freeze(cxlsx_book *book, uint32_t rows) { worksheet_freeze_panes(book->sheet, rows, 0); }

int32_t cxlsx_close(cxlsx_book *book) {
  /* The library tells of errors on standard error too; they are told by whoever asked for the book. */
  fflush(stderr);
  int kept = dup(2);
  int silence = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (kept >= 0 && silence >= 0) dup2(silence, 2);
  int32_t result = (int32_t)workbook_close(book->book);
  fflush(stderr);
  if (kept >= 0) {
    dup2(kept, 2);
    close(kept);
  }
  if (silence >= 0) close(silence);
  free(book);
  return result;
}
