#ifndef CDELAY_H
#define CDELAY_H

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

// A library that few runs need, and that brings many others, is loaded when it is first called;
// other systems' linkers call this delay loading. To load librsvg and libpq with all that they bring
// takes longer than to draw a chart.

/// The library's own function. One that is missing ends the program with the loader's message and
/// status, as a missing library would at the start.
static inline void *delayed_symbol(const char *library, const char *name) {
  void *loaded = dlopen(library, RTLD_NOW | RTLD_LOCAL);
  void *found = loaded ? dlsym(loaded, name) : NULL;
  if (!found) {
    fprintf(stderr, "colophon: %s\n", dlerror());
    exit(127);
  }
  return found;
}

/// Defines a function that calls the library's own of that name. Two threads may both look it up;
/// they find the same.
#define DELAYED(library, result, name, parameters, arguments)                  \
  result name parameters {                                                     \
    static _Atomic(void *) known;                                              \
    void *function = atomic_load(&known);                                      \
    if (!function) atomic_store(&known, function = delayed_symbol(library, #name)); \
    return ((__typeof__(&name))function)arguments;                             \
  }

#endif
