#include <hb-subset.h>

#include "CDelay.h"

static const char library[] = "libharfbuzz-subset.so.0";

DELAYED(library, hb_subset_input_t *, hb_subset_input_create_or_fail, (void), ())
DELAYED(library, void, hb_subset_input_destroy, (hb_subset_input_t *input), (input))
DELAYED(library, hb_set_t *, hb_subset_input_glyph_set, (hb_subset_input_t *input), (input))
DELAYED(library, hb_set_t *, hb_subset_input_set,
        (hb_subset_input_t *input, hb_subset_sets_t set_type), (input, set_type))
DELAYED(library, void, hb_subset_input_set_flags,
        (hb_subset_input_t *input, unsigned value), (input, value))
DELAYED(library, hb_face_t *, hb_subset_or_fail,
        (hb_face_t *source, const hb_subset_input_t *input), (source, input))
