#ifndef COLOPHON_LINE_BREAK_H
#define COLOPHON_LINE_BREAK_H

#include <stdint.h>

/* ICU's headers and Foundation's own copy of ICU cannot be imported into one Swift module
   (enum UErrorCode is defined twice), so this header shows no ICU type. */

typedef struct colophon_line_breaker colophon_line_breaker;

/* The version of ICU, such as "72.1"; a static text. */
const char *colophon_icu_version(void);

/* Opens a UAX #14 line-break iterator for a BCP 47 locale such as "zh@lb=strict"; NULL on failure. */
colophon_line_breaker *colophon_line_breaker_open(const char *locale);
/* Opens an iterator over the words of a locale; Chinese words come from ICU's dictionary. */
colophon_line_breaker *colophon_word_breaker_open(const char *locale);
void colophon_line_breaker_close(colophon_line_breaker *breaker);

/* Marks break opportunities before UTF-16 offset i with breaks[i] = 1 (allowed) or 2 (mandatory).
   breaks has length + 1 entries and must be zeroed. Returns 0, or ICU's error number. */
int32_t colophon_line_breaks(
    colophon_line_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *breaks);

/* Marks with starts[i] = 1 every UTF-16 offset at which a word of a word breaker begins or ends. */
int32_t colophon_word_starts(
    colophon_line_breaker *breaker, const uint16_t *text, int32_t length, uint8_t *starts);

/* Takes back what CLDR's root locale adds to UAX #14 of Unicode 15: that a line may end before a
   decimal point without an integer but not after it (" .5"), and not after a hyphen that begins a
   word. */
void colophon_line_breaks_untailor(const uint16_t *text, int32_t length, uint8_t *breaks);

/* Order of words by the CLDR collation of a locale such as "zh-u-co-pinyin". */
typedef struct colophon_collator colophon_collator;

/* Opens a collator; NULL on failure. A primary one sees no accents and no case. */
colophon_collator *colophon_collator_open(const char *locale, int32_t is_primary);
void colophon_collator_close(colophon_collator *collator);

/* Writes the sort key of a text, whose bytes order as the text does, and returns its length, which
   may be more than the capacity. */
int32_t colophon_sort_key(
    const colophon_collator *collator, const uint16_t *text, int32_t length, uint8_t *key,
    int32_t capacity);

#endif
