#include "CRSVG.h"

#include "CDelay.h"

static const char library[] = "librsvg-2.so.2";

DELAYED(library, RsvgHandle *, rsvg_handle_new_from_data,
        (const unsigned char *data, size_t length, void *error), (data, length, error))

DELAYED(library, int, rsvg_handle_render_document,
        (RsvgHandle *handle, struct _cairo *context, const RsvgRectangle *viewport, void *error),
        (handle, context, viewport, error))

DELAYED(library, int, rsvg_handle_get_intrinsic_size_in_pixels,
        (RsvgHandle *handle, double *width, double *height), (handle, width, height))

DELAYED(library, void, rsvg_handle_get_intrinsic_dimensions,
        (RsvgHandle *handle, int *has_width, RsvgLength *width, int *has_height, RsvgLength *height,
         int *has_box, RsvgRectangle *box),
        (handle, has_width, width, has_height, height, has_box, box))

DELAYED(library, void, rsvg_handle_free, (RsvgHandle *handle), (handle))

unsigned crsvg_version(int part) {
  static const char *const names[] = {
      "rsvg_major_version", "rsvg_minor_version", "rsvg_micro_version"};
  return *(const unsigned *)delayed_symbol(library, names[part]);
}
