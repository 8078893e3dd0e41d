#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo.h>

#include "CDelay.h"

static const char library[] = "libcairo.so.2";

DELAYED(library, void, cairo_clip, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_close_path, (cairo_t *cr), (cr))
DELAYED(library, cairo_t *, cairo_create, (cairo_surface_t *target), (target))
DELAYED(library, void, cairo_curve_to,
        (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3),
        (cr, x1, y1, x2, y2, x3, y3))
DELAYED(library, void, cairo_destroy, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_fill, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_font_face_destroy, (cairo_font_face_t *font_face), (font_face))
DELAYED(library, cairo_status_t, cairo_font_face_set_user_data,
        (cairo_font_face_t *font_face, const cairo_user_data_key_t *key, void *user_data,
         cairo_destroy_func_t destroy),
        (font_face, key, user_data, destroy))
DELAYED(library, cairo_font_options_t *, cairo_font_options_create, (void), ())
DELAYED(library, void, cairo_font_options_destroy, (cairo_font_options_t *options), (options))
DELAYED(library, void, cairo_font_options_set_antialias,
        (cairo_font_options_t *options, cairo_antialias_t antialias), (options, antialias))
DELAYED(library, void, cairo_font_options_set_hint_metrics,
        (cairo_font_options_t *options, cairo_hint_metrics_t hint_metrics), (options, hint_metrics))
DELAYED(library, void, cairo_font_options_set_hint_style,
        (cairo_font_options_t *options, cairo_hint_style_t hint_style), (options, hint_style))
DELAYED(library, cairo_font_face_t *, cairo_ft_font_face_create_for_ft_face,
        (FT_Face face, int load_flags), (face, load_flags))
DELAYED(library, cairo_pattern_t *, cairo_get_source, (cairo_t *cr), (cr))
DELAYED(library, cairo_surface_t *, cairo_image_surface_create,
        (cairo_format_t format, int width, int height), (format, width, height))
DELAYED(library, cairo_surface_t *, cairo_image_surface_create_from_png_stream,
        (cairo_read_func_t read_func, void *closure), (read_func, closure))
DELAYED(library, unsigned char *, cairo_image_surface_get_data,
        (cairo_surface_t *surface), (surface))
DELAYED(library, int, cairo_image_surface_get_height, (cairo_surface_t *surface), (surface))
DELAYED(library, int, cairo_image_surface_get_stride, (cairo_surface_t *surface), (surface))
DELAYED(library, int, cairo_image_surface_get_width, (cairo_surface_t *surface), (surface))
DELAYED(library, void, cairo_line_to, (cairo_t *cr, double x, double y), (cr, x, y))
DELAYED(library, void, cairo_move_to, (cairo_t *cr, double x, double y), (cr, x, y))
DELAYED(library, void, cairo_new_path, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_paint, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_paint_with_alpha, (cairo_t *cr, double alpha), (cr, alpha))
DELAYED(library, void, cairo_pattern_add_color_stop_rgb,
        (cairo_pattern_t *pattern, double offset, double red, double green, double blue),
        (pattern, offset, red, green, blue))
DELAYED(library, cairo_pattern_t *, cairo_pattern_create_linear,
        (double x0, double y0, double x1, double y1), (x0, y0, x1, y1))
DELAYED(library, void, cairo_pattern_destroy, (cairo_pattern_t *pattern), (pattern))
DELAYED(library, void, cairo_pattern_set_extend,
        (cairo_pattern_t *pattern, cairo_extend_t extend), (pattern, extend))
DELAYED(library, void, cairo_pattern_set_filter,
        (cairo_pattern_t *pattern, cairo_filter_t filter), (pattern, filter))
DELAYED(library, cairo_surface_t *, cairo_pdf_surface_create_for_stream,
        (cairo_write_func_t write_func, void *closure, double width_in_points, double
         height_in_points),
        (write_func, closure, width_in_points, height_in_points))
DELAYED(library, void, cairo_pdf_surface_restrict_to_version,
        (cairo_surface_t *surface, cairo_pdf_version_t version), (surface, version))
DELAYED(library, void, cairo_pdf_surface_set_metadata,
        (cairo_surface_t *surface, cairo_pdf_metadata_t metadata, const char *utf8),
        (surface, metadata, utf8))
DELAYED(library, void, cairo_pdf_surface_set_size,
        (cairo_surface_t *surface, double width_in_points, double height_in_points),
        (surface, width_in_points, height_in_points))
DELAYED(library, void, cairo_pop_group_to_source, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_push_group, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_restore, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_rotate, (cairo_t *cr, double angle), (cr, angle))
DELAYED(library, void, cairo_save, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_scale, (cairo_t *cr, double sx, double sy), (cr, sx, sy))
DELAYED(library, void, cairo_set_dash,
        (cairo_t *cr, const double *dashes, int num_dashes, double offset),
        (cr, dashes, num_dashes, offset))
DELAYED(library, void, cairo_set_font_face,
        (cairo_t *cr, cairo_font_face_t *font_face), (cr, font_face))
DELAYED(library, void, cairo_set_font_options,
        (cairo_t *cr, const cairo_font_options_t *options), (cr, options))
DELAYED(library, void, cairo_set_font_size, (cairo_t *cr, double size), (cr, size))
DELAYED(library, void, cairo_set_line_cap, (cairo_t *cr, cairo_line_cap_t line_cap), (cr, line_cap))
DELAYED(library, void, cairo_set_line_width, (cairo_t *cr, double width), (cr, width))
DELAYED(library, void, cairo_set_source, (cairo_t *cr, cairo_pattern_t *source), (cr, source))
DELAYED(library, void, cairo_set_source_rgb,
        (cairo_t *cr, double red, double green, double blue), (cr, red, green, blue))
DELAYED(library, void, cairo_set_source_surface,
        (cairo_t *cr, cairo_surface_t *surface, double x, double y), (cr, surface, x, y))
DELAYED(library, void, cairo_show_page, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_show_text_glyphs,
        (cairo_t *cr, const char *utf8, int utf8_len, const cairo_glyph_t *glyphs, int num_glyphs,
         const cairo_text_cluster_t *clusters, int num_clusters, cairo_text_cluster_flags_t
         cluster_flags),
        (cr, utf8, utf8_len, glyphs, num_glyphs, clusters, num_clusters, cluster_flags))
DELAYED(library, cairo_status_t, cairo_status, (cairo_t *cr), (cr))
DELAYED(library, const char *, cairo_status_to_string, (cairo_status_t status), (status))
DELAYED(library, void, cairo_stroke, (cairo_t *cr), (cr))
DELAYED(library, void, cairo_surface_destroy, (cairo_surface_t *surface), (surface))
DELAYED(library, void, cairo_surface_finish, (cairo_surface_t *surface), (surface))
DELAYED(library, void, cairo_surface_flush, (cairo_surface_t *surface), (surface))
DELAYED(library, cairo_status_t, cairo_surface_set_mime_data,
        (cairo_surface_t *surface, const char *mime_type, const unsigned char *data, unsigned long
         length, cairo_destroy_func_t destroy, void *closure),
        (surface, mime_type, data, length, destroy, closure))
DELAYED(library, cairo_status_t, cairo_surface_status, (cairo_surface_t *surface), (surface))
DELAYED(library, void, cairo_tag_begin,
        (cairo_t *cr, const char *tag_name, const char *attributes), (cr, tag_name, attributes))
DELAYED(library, void, cairo_tag_end, (cairo_t *cr, const char *tag_name), (cr, tag_name))
DELAYED(library, void, cairo_translate, (cairo_t *cr, double tx, double ty), (cr, tx, ty))
DELAYED(library, const char*, cairo_version_string, (void), ())
