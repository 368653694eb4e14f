# The requirements are replaced by recipes without files, so that what is wired to them is seen.
include(system.profile)
[replace_requires]
boost/*: boost/1.74.0@roofline/test
range-v3/*: range-v3/0.12.0@roofline/test
fast-cpp-csv-parser/*: fast-cpp-csv-parser/1.0@roofline/test
