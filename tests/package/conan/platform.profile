# The requirements are taken for met: their headers are where the system keeps them.
include(system.profile)
[platform_requires]
boost/1.74.0
range-v3/0.12.0
