/* SPDX-License-Identifier: MIT
 *
 * How long replies took, and what the server's process paid: CPU time to the
 * nanosecond from schedstat, where the kernel has it, and else in ticks; memory
 * as the kernel counts it. Threads and children belong to the process.
 */
#define _GNU_SOURCE
#include "load.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Latencies, in 32 steps to each power of two. */
static uint64_t latencies[64 * 32];
static uint64_t latency_count;
static uint64_t latency_max;

uint64_t measure_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t) t.tv_sec * 1000000000 + (uint64_t) t.tv_nsec;
}

void measure_latency(uint64_t ns)
{
	unsigned power;

	if (!run.measuring) {
		return;
	}
	power = ns < 32 ? 0 : 63 - (unsigned) __builtin_clzll(ns) - 4;
	latencies[power == 0 ? ns : power * 32 + (ns >> (power - 1)) - 32]++;
	latency_count++;
	latency_max = ns > latency_max ? ns : latency_max;
}

double measure_percentile(double part)
{
	uint64_t rank = (uint64_t) (part * (double) latency_count);
	uint64_t seen = 0;

	for (unsigned i = 0; i < sizeof latencies / sizeof *latencies; i++) {
		seen += latencies[i];
		if (seen > rank) {
			unsigned power = i / 32;

			return (double) (power == 0 ? i : (uint64_t) (i % 32 + 32) << (power - 1)) / 1000;
		}
	}
	return (double) latency_max / 1000;
}

/* ---- /proc ---------------------------------------------------------------- */

static char *read_file(char *buffer, size_t size, const char *format, int pid, int task)
{
	char path[96];
	FILE *file;
	size_t n;

	snprintf(path, sizeof path, format, pid, task);
	file = fopen(path, "r");
	if (file == NULL) {
		return NULL;
	}
	n = fread(buffer, 1, size - 1, file);
	buffer[n] = '\0';
	fclose(file);
	return buffer;
}

/* The number behind a name. */
static uint64_t number_of(const char *text, const char *name)
{
	const char *line = text == NULL ? NULL : strstr(text, name);

	return line == NULL ? 0 : strtoull(line + strlen(name), NULL, 10);
}

static void look_at(int pid, bool memory, struct usage *usage);

static void look_at_task(int pid, int task, bool memory, struct usage *usage)
{
	char buffer[8192];
	char *text = read_file(buffer, sizeof buffer, "/proc/%d/task/%d/schedstat", pid, task);

	usage->run += text == NULL ? 0 : strtoull(text, NULL, 10);
	text = read_file(buffer, sizeof buffer, "/proc/%d/task/%d/children", pid, task);
	while (text != NULL && *text != '\0') {
		int child = (int) strtol(text, &text, 10);

		if (child > 0) {
			look_at(child, memory, usage);
		}
		text += strspn(text, " \n");
	}
}

static void look_at(int pid, bool memory, struct usage *usage)
{
	char buffer[8192];
	char *text = read_file(buffer, sizeof buffer, "/proc/%d/stat", pid, 0);
	unsigned long user;
	unsigned long system;
	struct dirent *entry;
	DIR *tasks;

	if (text == NULL) {
		return;
	}
	/* The name of the program may have any sign in it. */
	text = strrchr(text, ')');
	if (text != NULL && sscanf(text, ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) == 2) {
		usage->user += (double) user * 1e6 / (double) sysconf(_SC_CLK_TCK);
		usage->system += (double) system * 1e6 / (double) sysconf(_SC_CLK_TCK);
	}
	if (memory) {
		text = read_file(buffer, sizeof buffer, "/proc/%d/status", pid, 0);
		usage->rss += number_of(text, "VmRSS:") * 1024;
		text = read_file(buffer, sizeof buffer, "/proc/%d/smaps_rollup", pid, 0);
		usage->pss += number_of(text, "\nPss:") * 1024;
	}
	snprintf(buffer, sizeof buffer, "/proc/%d/task", pid);
	tasks = opendir(buffer);
	while (tasks != NULL && (entry = readdir(tasks)) != NULL) {
		if (atoi(entry->d_name) != 0) {
			look_at_task(pid, atoi(entry->d_name), memory, usage);
		}
	}
	if (tasks != NULL) {
		closedir(tasks);
	}
}

struct usage measure_usage(bool memory)
{
	struct usage usage = {0};

	if (opt.pid != 0) {
		look_at(opt.pid, memory, &usage);
		if (usage.run == 0) {
			usage.run = (uint64_t) ((usage.user + usage.system) * 1000);
		}
	}
	return usage;
}

uint64_t measure_descriptors(void)
{
	char buffer[4096];

	return number_of(read_file(buffer, sizeof buffer, "/proc/%d/limits", opt.pid, 0), "Max open files");
}
