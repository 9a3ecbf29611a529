/* SPDX-License-Identifier: MIT
 *
 * The load of the soak: one process, one epoll. It is either a set of healthy
 * connections, whose every message is checked, or churn: connections that come,
 * misbehave and go. Ends with status 0 and a line of JSON, or with 1 and what
 * was wrong; SIGTERM ends it in order.
 */
#include "soak.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct options opt = {.connections = 48, .pace = 4};
bool stopping;

static volatile sig_atomic_t signalled;

static struct {
	const char *what;
	uint64_t times;
} counts[64];

_Noreturn void fail(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(1);
}

uint64_t now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t) t.tv_sec * SECOND + (uint64_t) t.tv_nsec;
}

/* splitmix64 */
static uint64_t next_number(void)
{
	uint64_t z = opt.seed += 0x9E3779B97F4A7C15;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

uint32_t dice(uint32_t below)
{
	return (uint32_t) (next_number() >> 33) % below;
}

size_t dice_size(size_t least, size_t most)
{
	size_t doublings = 0;
	size_t size;

	while (least << (doublings + 1) <= most) {
		doublings++;
	}
	size = least << dice((uint32_t) doublings + 1);
	size += dice((uint32_t) size);
	return size < most ? size : most;
}

void count(const char *what)
{
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		if (counts[i].what == NULL || strcmp(counts[i].what, what) == 0) {
			counts[i].what = what;
			counts[i].times++;
			return;
		}
	}
}

static void on_signal(int number)
{
	signalled = number;
}

_Noreturn static void usage(void)
{
	fputs("usage: load healthy|churn --port=N [--tls-port=N] [--seed=N] [--seconds=N] [--connections=N] [--pace=N]\n",
	      stderr);
	exit(2);
}

static double value_of(const char *argument, const char *name)
{
	size_t length = strlen(name);

	return strncmp(argument, name, length) == 0 && argument[length] == '=' ? strtod(argument + length + 1, NULL) : -1;
}

static void understand(int argc, char **argv)
{
	for (int i = 2; i < argc; i++) {
		double n;

		if ((n = value_of(argv[i], "--port")) >= 0) {
			opt.port = (int) n;
		} else if ((n = value_of(argv[i], "--tls-port")) >= 0) {
			opt.tls_port = (int) n;
		} else if ((n = value_of(argv[i], "--seed")) >= 0) {
			opt.seed = (uint64_t) n;
		} else if ((n = value_of(argv[i], "--seconds")) >= 0) {
			opt.seconds = n;
		} else if ((n = value_of(argv[i], "--connections")) > 0) {
			opt.connections = n < PEERS ? (uint32_t) n : PEERS;
		} else if ((n = value_of(argv[i], "--pace")) > 0) {
			opt.pace = n;
		} else {
			usage();
		}
	}
	if (opt.port == 0) {
		usage();
	}
}

int main(int argc, char **argv)
{
	struct sigaction action = {.sa_handler = on_signal};
	bool healthy = argc > 1 && strcmp(argv[1], "healthy") == 0;
	uint64_t end;

	if (argc < 2 || (!healthy && strcmp(argv[1], "churn") != 0)) {
		usage();
	}
	understand(argc, argv);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGINT, &action, NULL);
	signal(SIGPIPE, SIG_IGN);
	peers_start();
	if (healthy) {
		healthy_start();
	} else {
		churn_start();
	}
	end = opt.seconds > 0 ? now() + (uint64_t) (opt.seconds * 1e9) : UINT64_MAX;
	do {
		peers_turn();
		stopping = stopping || signalled || now() >= end;
	} while (healthy ? healthy_turn() : churn_turn());
	putchar('{');
	for (size_t i = 0; i < sizeof counts / sizeof *counts && counts[i].what != NULL; i++) {
		printf("%s\"%s\":%lu", i == 0 ? "" : ",", counts[i].what, (unsigned long) counts[i].times);
	}
	puts("}");
	return 0;
}
