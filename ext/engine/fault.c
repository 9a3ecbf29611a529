/* SPDX-License-Identifier: MIT
 *
 * L1: see fault.h. With trace.c the one file of the engine with variables of its own,
 * and only where WSC_FAULTS is defined: tests are one thread.
 */
#include "fault.h"

#ifdef WSC_FAULTS

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static struct {
	bool read;          /* the environment has been             */
	unsigned long left; /* allocations until the one that fails */
	bool failed;
	bool suspended;
	bool telling;     /* it was asked for by the environment */
	uint64_t shuffle; /* state of the generator; 0: none      */
} fault;

static unsigned long from_environment(const char *name)
{
	const char *value = getenv(name);

	return value ? strtoul(value, NULL, 10) : 0;
}

void wsc_fault_init(void)
{
	if (!fault.read) {
		fault.read = true;
		wsc_fault_fail_at(from_environment("WSC_FAIL_AT"));
		fault.telling = fault.left > 0;
		wsc_fault_shuffle(from_environment("WSC_SHUFFLE"));
	}
}

void wsc_fault_fail_at(unsigned long at)
{
	fault.left = at;
	fault.failed = false;
}

bool wsc_fault_failed(void)
{
	return fault.failed;
}

void wsc_fault_suspend(bool suspended)
{
	fault.suspended = suspended;
}

void wsc_fault_shuffle(unsigned long seed)
{
	fault.shuffle = seed;
}

bool wsc_fault_memory(void)
{
	if (fault.suspended || fault.left == 0 || --fault.left > 0) {
		return false;
	}
	fault.failed = true;
	if (fault.telling) {
		fputs("WSC_FAIL_AT: an allocation fails\n", stderr);
	}
	return true;
}

/* xorshift64: the same seed gives the same faults. */
static uint64_t next(void)
{
	fault.shuffle ^= fault.shuffle << 13;
	fault.shuffle ^= fault.shuffle >> 7;
	fault.shuffle ^= fault.shuffle << 17;
	return fault.shuffle;
}

size_t wsc_fault_size(size_t size)
{
	uint64_t dice;

	if (fault.shuffle == 0 || size == 0) {
		return size;
	}
	dice = next();
	switch (dice % 4) {
	case 0:
		return 0;
	case 1:
		return 1;
	default:
		return 1 + (size_t) ((dice >> 2) % size);
	}
}

int wsc_fault_cut(struct iovec *vector, int count)
{
	size_t size = 0;
	int i;

	for (i = 0; i < count; i++) {
		size += vector[i].iov_len;
	}
	size = wsc_fault_size(size);
	for (i = 0; i < count && size > 0; i++) {
		vector[i].iov_len = vector[i].iov_len < size ? vector[i].iov_len : size;
		size -= vector[i].iov_len;
	}
	return i;
}

#ifdef WSC_COVERAGE

#include <signal.h>
#include <unistd.h>

/* A number that nobody else has a use for; tests/include/server.inc sends it. */
#define COVERAGE_SIGNAL 50

void __gcov_dump(void);

static void dump(int number)
{
	(void) number;
	__gcov_dump();
	kill(getpid(), SIGKILL);
}

/* Tests kill their servers, and what is killed has not written which lines ran. */
__attribute__((constructor)) static void dump_when_killed(void)
{
	signal(COVERAGE_SIGNAL, dump);
}

#endif
#endif
