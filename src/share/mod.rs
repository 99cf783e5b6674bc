//! Whatever leaves the process or comes into it: links, files, tables; each versioned, each read with suspicion.
