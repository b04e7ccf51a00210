#ifndef CXLSX_H
#define CXLSX_H

#include <stdint.h>

/* One sheet of text cells, written through libxlsxwriter with bounded memory. */

typedef struct cxlsx_book cxlsx_book;

/* Opens a book that will be written to `path`; NULL when there is no memory. */
cxlsx_book *cxlsx_open(const char *path, const char *sheet);

/* Writes a cell as text, whatever it looks like; bold for heads. Rows must not go back. */
int32_t cxlsx_text(cxlsx_book *book, uint32_t row, uint16_t column, const char *text, int32_t is_head);

/* Sets the width of a column in characters. */
void cxlsx_width(cxlsx_book *book, uint16_t column, double width);

/* Offers `choices`, a list that NULL ends, to be picked in a cell; anything else may be typed. Nothing where the list is
   longer than a workbook holds. */
void cxlsx_choices(cxlsx_book *book, uint32_t row, uint16_t column, const char *const *choices);

/* Keeps the first rows in sight. */
void cxlsx_freeze(cxlsx_book *book, uint32_t rows);

/* Writes the book and frees it; 0, or an error number of the library. */
int32_t cxlsx_close(cxlsx_book *book);

#endif
