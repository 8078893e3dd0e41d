// Nothing to declare: these are the functions of the libraries' own headers, which load each library
// when one of them is first called. What few runs need, or only runs that take long, delays none.
