/* renameat2(2): glibc declares it for _GNU_SOURCE alone, which Swift's importer does not define. */
extern int renameat2(int from, const char *source, int to, const char *target, unsigned int flags);

enum { colophon_at_working_folder = -100 /* AT_FDCWD */ };
enum { colophon_rename_noreplace = 1, colophon_rename_exchange = 2 };

/* As sched.h declares it for _GNU_SOURCE. */
extern int sched_getaffinity(int process, unsigned long size, void *mask);

/* How many processors this process may run on; 0 where the system does not say. */
static inline int colophon_processor_count(void) {
  unsigned long long mask[16]; /* 1,024 processors, as cpu_set_t has them. */
  int count = 0;
  for (int index = 0; index < 16; index++) mask[index] = 0;
  if (sched_getaffinity(0, sizeof mask, mask) < 0) return 0;
  for (int index = 0; index < 16; index++) count += __builtin_popcountll(mask[index]);
  return count;
}

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
