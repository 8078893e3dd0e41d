#ifndef CRSVG_H
#define CRSVG_H

#include <stddef.h>

// What Colophon uses of librsvg 2.x, by the library's names and binary interface
// (https://gnome.pages.gitlab.gnome.org/librsvg/Rsvg-2.0/). It is loaded at the first call.

typedef struct RsvgHandle RsvgHandle;
struct _cairo;

typedef struct {
  double x, y, width, height;
} RsvgRectangle;

typedef struct {
  double length;
  int unit;
} RsvgLength;

/// Parses a document; NULL when it is not well-formed. The error is not asked for: pass NULL.
RsvgHandle *rsvg_handle_new_from_data(const unsigned char *data, size_t length, void *error);

/// Draws the whole document into a viewport; 0 when it cannot be drawn.
int rsvg_handle_render_document(
    RsvgHandle *handle, struct _cairo *context, const RsvgRectangle *viewport, void *error);

/// The size in pixels; 0 when it hangs on the viewport.
int rsvg_handle_get_intrinsic_size_in_pixels(RsvgHandle *handle, double *width, double *height);

void rsvg_handle_get_intrinsic_dimensions(
    RsvgHandle *handle, int *has_width, RsvgLength *width, int *has_height, RsvgLength *height,
    int *has_box, RsvgRectangle *box);

/// Gives a document back.
void rsvg_handle_free(RsvgHandle *handle);

/// A part of the version of the library that runs: 0 is major, 1 minor, 2 micro.
unsigned crsvg_version(int part);

#endif
