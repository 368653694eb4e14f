// SPDX-License-Identifier: BSL-1.0
#pragma once

// Macros that programs have from headers of other libraries, as far as they are lower case, of one letter, or words that a
// header might use. Not byte: <rpcndr.h> has it as a type, and here it is the name of a unit.

// <windows.h> and what it includes
#define min(a,b) (((a)<(b))?(a):(b))
#define max(a,b) (((a)>(b))?(a):(b))
#define near
#define far
#define interface struct
#define ERROR 0
#define DELETE (0x00010000L)
#define IN
#define OUT
#define OPTIONAL
#define TRUE 1
#define FALSE 0
#define NEAR
#define FAR
#define CONST const
#define VOID void
#define pascal
#define cdecl
#define hyper __int64
#define small char
#define STRICT
#define ABSOLUTE 1
#define RELATIVE 2
#define DIFFERENCE 11
#define GetObject GetObjectA
#define DrawText DrawTextA
#define NO_ERROR 0
#define IGNORE 0
#define SEVERITY_ERROR 1
#define PI 3
#define DOMAIN 1
#define OVERFLOW 3
#define UNDERFLOW 4
#define grp1 1
#define rad1 1

// <X11/Xlib.h>, <X11/X.h>, <strings.h>
#define None 0L
#define Bool int
#define Status int
#define Always 2
#define True 1
#define False 0
#define Success 0
#define Complex 0
#define Convex 2
#define Above 0
#define Below 1
#define CursorShape 0
#define Unsorted 0
#define KeyPress 2
#define FocusIn 9
#define GrayScale 1
#define index strchr_index

// <complex.h>, <ctype.h>, <sys/sysmacros.h>, <termios.h>, <AssertMacros.h>, kernels and compilers
#define I _Complex_I_
#define _B 0x80
#define _C 0x20
#define _D 4
#define _L 2
#define _N 4
#define _P 0x10
#define _S 8
#define _U 1
#define _W 7
#define _X 0x40
#define major(x) gnu_dev_major(x)
#define minor(x) gnu_dev_minor(x)
#define makedev(a,b) 0
#define check(x) x
#define require(x) x
#define assert_(x)
#define nil 0
#define TB 1
#define GB 1
#define MB 1
#define KB 1
#define B0 0
#define likely(x) x
#define unlikely(x) x
#define container_of(a,b,c) a
#define swap_(a,b)


// of a program that multiplies matrices
#define M 64
