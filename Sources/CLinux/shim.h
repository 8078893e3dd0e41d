/* renameat2(2): glibc declares it for _GNU_SOURCE alone, which Swift's importer does not define. */
extern int renameat2(int from, const char *source, int to, const char *target, unsigned int flags);

enum { colophon_at_working_folder = -100 /* AT_FDCWD */ };
enum { colophon_rename_noreplace = 1, colophon_rename_exchange = 2 };

/* Gives two paths each other's files, in one step. */
static inline int colophon_rename_exchanging(const char *source, const char *target) {
  return renameat2(
      colophon_at_working_folder, source, colophon_at_working_folder, target,
      colophon_rename_exchange);
}

/* Renames where nothing has the new name yet. */
static inline int colophon_rename_keeping(const char *source, const char *target) {
  return renameat2(
      colophon_at_working_folder, source, colophon_at_working_folder, target,
      colophon_rename_noreplace);
}
