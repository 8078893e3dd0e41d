#include "line_break.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ucol.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/uvernum.h>

const char *colophon_icu_version(void) { return U_ICU_VERSION; }

struct colophon_line_breaker {
  UBreakIterator *iterator;
};

static colophon_line_breaker *open_breaker(UBreakIteratorType type, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  colophon_line_breaker *breaker = malloc(sizeof *breaker);
  if (!breaker) {
    ubrk_close(iterator);
    return NULL;
  }
  breaker->iterator = iterator;
  return breaker;
}

colophon_line_breaker *colophon_line_breaker_open(const char *locale) {
  return open_breaker(UBRK_LINE, locale);
}

colophon_line_breaker *colophon_word_breaker_open(const char *locale) {
  return open_breaker(UBRK_WORD, locale);
}

int32_t colophon_word_starts(
    colophon_line_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *starts) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return (int32_t)status;
  for (int32_t at = ubrk_first(breaker->iterator); at != UBRK_DONE; at = ubrk_next(breaker->iterator))
    starts[at] = 1;
  return 0;
}

void colophon_line_breaker_close(colophon_line_breaker *breaker) {
  if (!breaker) return;
  ubrk_close(breaker->iterator);
  free(breaker);
}

int32_t colophon_line_breaks(
    colophon_line_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *breaks) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaker->iterator, (const UChar *)text, length, &status);
  if (U_FAILURE(status)) return (int32_t)status;
  for (int32_t at = ubrk_first(breaker->iterator); at != UBRK_DONE; at = ubrk_next(breaker->iterator)) {
    int32_t rule = ubrk_getRuleStatus(breaker->iterator);
    breaks[at] = rule >= UBRK_LINE_HARD && rule < UBRK_LINE_HARD_LIMIT ? 2 : 1;
  }
  return 0;
}

static int32_t class_before(const uint16_t *text, int32_t *at) {
  UChar32 scalar;
  U16_PREV(text, 0, *at, scalar);
  return u_getIntPropertyValue(scalar, UCHAR_LINE_BREAK);
}

static int is_mark(int32_t class) { return class == U_LB_COMBINING_MARK || class == U_LB_ZWJ; }

/* The class of the character before an offset and its combining marks; moves the offset to it. */
static int32_t base_before(const uint16_t *text, int32_t *at) {
  int32_t class = U_LB_UNKNOWN;
  while (*at > 0 && is_mark(class = class_before(text, at))) {
  }
  return class;
}

/* Whether the infix that begins at an offset continues a number: NU (NU | SY | IS)* (LB25). */
static int continues_number(const uint16_t *text, int32_t at) {
  while (at > 0) {
    int32_t class = base_before(text, &at);
    if (class == U_LB_NUMERIC) return 1;
    if (class != U_LB_INFIX_NUMERIC && class != U_LB_BREAK_SYMBOLS) return 0;
  }
  return 0;
}

static int is_alphabetic(int32_t class) {
  return class == U_LB_ALPHABETIC || class == U_LB_AMBIGUOUS || class == U_LB_UNKNOWN ||
         class == U_LB_SURROGATE || class == U_LB_COMPLEX_CONTEXT;
}

void colophon_line_breaks_untailor(const uint16_t *text, int32_t length, uint8_t *breaks) {
  int32_t at = 0;
  while (at < length) {
    int32_t offset = at;
    UChar32 scalar;
    U16_NEXT(text, at, length, scalar);
    if (offset == 0 || breaks[offset] == 2) continue;
    int32_t right = u_getIntPropertyValue(scalar, UCHAR_LINE_BREAK);
    int32_t before = offset;
    int32_t left = base_before(text, &before);
    if (right == U_LB_INFIX_NUMERIC && left == U_LB_SPACE) {
      while (before > 0 && left == U_LB_SPACE) left = class_before(text, &before);
      breaks[offset] = left == U_LB_ZWSPACE;
    }
    if (right == U_LB_NUMERIC && left == U_LB_INFIX_NUMERIC && !continues_number(text, before))
      breaks[offset] = 1;
    if (is_alphabetic(right) && left == U_LB_HYPHEN) {
      int is_first = before == 0 || base_before(text, &before) != U_LB_HEBREW_LETTER;
      if (is_first) breaks[offset] = 1;
    }
  }
}

struct colophon_collator {
  UCollator *collator;
};

colophon_collator *colophon_collator_open(const char *locale, int32_t is_primary) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *opened = ucol_open(locale, &status);
  if (U_FAILURE(status)) return NULL;
  if (is_primary) ucol_setStrength(opened, UCOL_PRIMARY);
  colophon_collator *collator = malloc(sizeof *collator);
  if (!collator) {
    ucol_close(opened);
    return NULL;
  }
  collator->collator = opened;
  return collator;
}

void colophon_collator_close(colophon_collator *collator) {
  if (!collator) return;
  ucol_close(collator->collator);
  free(collator);
}

int32_t colophon_sort_key(
    const colophon_collator *collator, const uint16_t *text, int32_t length, uint8_t *key,
    int32_t capacity) {
  return ucol_getSortKey(collator->collator, (const UChar *)text, length, key, capacity);
}
