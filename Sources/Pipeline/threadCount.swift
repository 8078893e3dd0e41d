internal import CLinux

/// How many threads may work: as many as are asked for, else one for each processor that this process
/// may run on.
func threadCount(asked: Int?) -> Int { max(1, asked ?? Int(colophon_processor_count())) }
