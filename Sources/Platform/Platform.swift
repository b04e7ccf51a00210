// What all modules need of the system: files, times and numbers of the lean Foundation, threads, the C library. The whole
// of Foundation would bring formats for every language of the world, which nothing here asks for: a third of a command
// that is linked statically, and half of what has to be relocated at every start.
@_exported import Dispatch
@_exported import FoundationEssentials

#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Darwin
#endif
