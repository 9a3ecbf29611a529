/* SPDX-License-Identifier: MIT
 *
 * L1: the types that a Windows has not got, and everybody uses.
 */
#ifndef WSC_OS_H
#define WSC_OS_H

#include <sys/types.h>

#ifdef _WIN32

#include <stddef.h>

struct iovec {
	void *iov_base;
	size_t iov_len;
};

#else

#include <sys/uio.h>

#endif
#endif
