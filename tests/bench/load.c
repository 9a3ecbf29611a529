/* SPDX-License-Identifier: MIT
 *
 * The load: one process that plays all clients of a server on 127.0.0.1, looks
 * at every byte that comes back, and says what the server's process paid for it.
 *
 *     load WORK --port=N [--pid=N] [OPTION …]        usage() has all of them
 *
 * Works: "echo" wants each message back, in order; "broadcast" wants each at
 * every connection; "connect" opens, shakes hands and closes over and over;
 * "idle" only opens. A reply that is lost, doubled, out of order or has one wrong
 * byte ends the run with status 1 and a line that says which. One JSON object on
 * stdout is the result; numbers of the server are of the measured window alone.
 */
#include "load.h"

#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define OWN 128 /* descriptors that are no connections, here and in the server */

struct options opt = {
	.size = 16,
	.connections = 100,
	.in_flight = 1,
	.senders = 1,
	.seconds = 1,
	.warm_up = 0.2,
	.head = 200,
};

struct run run;

void fail(const char *format, ...)
{
	va_list list;

	va_start(list, format);
	fprintf(stderr, "load: %s: ", opt.work);
	vfprintf(stderr, format, list);
	fputc('\n', stderr);
	va_end(list);
	exit(1);
}

void *zeroed(size_t count, size_t size)
{
	void *block = calloc(count, size);

	if (block == NULL) {
		fail("no memory for %zu times %zu bytes", count, size);
	}
	return block;
}

/* ---- what is asked for ---------------------------------------------------- */

static const struct option options[] = {
	{"port", required_argument, NULL, 'p'},      {"pid", required_argument, NULL, 'P'},
	{"path", required_argument, NULL, 'u'},      {"size", required_argument, NULL, 's'},
	{"fragment", required_argument, NULL, 'f'},  {"connections", required_argument, NULL, 'c'},
	{"in-flight", required_argument, NULL, 'i'}, {"senders", required_argument, NULL, 'S'},
	{"idle", required_argument, NULL, 'I'},      {"flood", required_argument, NULL, 'F'},
	{"seconds", required_argument, NULL, 't'},   {"warm-up", required_argument, NULL, 'w'},
	{"messages", required_argument, NULL, 'm'},  {"head", required_argument, NULL, 'H'},
	{"binary", no_argument, NULL, 'b'},          {"utf8", no_argument, NULL, 'U'},
	{"deflate", no_argument, NULL, 'z'},         {NULL, 0, NULL, 0},
};

static _Noreturn void usage(void)
{
	fputs("usage: load echo|broadcast|connect|idle --port=N [OPTION ...]\n"
	      "  --pid=N            the server's process, whose CPU time and memory are looked at\n"
	      "  --path=/P          default /broadcast for broadcast, else /echo\n"
	      "  --size=N           bytes of a message, 16 or more (16)\n"
	      "  --fragment=N       in frames of N bytes, 16 or more (one frame)\n"
	      "  --connections=N    (100)\n"
	      "  --in-flight=N      messages under way, of each connection or each sender (1)\n"
	      "  --senders=N        broadcast: so many of the connections send (1)\n"
	      "  --idle=N           echo: connections beside the others that say nothing (0)\n"
	      "  --flood=N          echo: one more connection with N in flight; not in messages and latencies (0)\n"
	      "  --seconds=S        the measured window (1), after --warm-up=S (0.2)\n"
	      "  --messages=N       instead: so many messages, all of them measured\n"
	      "  --head=N           bytes of the request's head (200)\n"
	      "  --binary           random bytes; else text, JSON-like\n"
	      "  --utf8             text with code points of all lengths\n"
	      "  --deflate          offer permessage-deflate without context takeover\n",
	      stderr);
	exit(2);
}

/* As many connections as the descriptors allow, here and in the server. */
static uint32_t most_connections(void)
{
	uint64_t servers = measure_descriptors();
	struct rlimit files;

	getrlimit(RLIMIT_NOFILE, &files);
	files.rlim_cur = files.rlim_max;
	setrlimit(RLIMIT_NOFILE, &files);
	if (servers != 0 && servers < files.rlim_cur) {
		files.rlim_cur = servers;
	}
	return files.rlim_cur <= OWN ? 0 : files.rlim_cur > 1000000 ? 1000000 : (uint32_t) files.rlim_cur - OWN;
}

static void set(int option, const char *text)
{
	double number = text == NULL || option == 'u' ? 0 : strtod(text, NULL);
	uint32_t count = number < 0 || number > 4e9 ? 0 : (uint32_t) number;

	switch (option) {
	case 'p':
		opt.port = (int) count;
		break;
	case 'P':
		opt.pid = (int) count;
		break;
	case 'u':
		opt.path = text;
		break;
	case 's':
		opt.size = count;
		break;
	case 'f':
		opt.fragment = count;
		break;
	case 'c':
		opt.connections = count;
		break;
	case 'i':
		opt.in_flight = count;
		break;
	case 'S':
		opt.senders = count;
		break;
	case 'I':
		opt.idle = count;
		break;
	case 'F':
		opt.flood = count;
		break;
	case 't':
		opt.seconds = number;
		break;
	case 'w':
		opt.warm_up = number;
		break;
	case 'm':
		opt.messages = count;
		break;
	case 'H':
		opt.head = count;
		break;
	case 'b':
		opt.binary = true;
		break;
	case 'U':
		opt.utf8 = true;
		break;
	case 'z':
		opt.deflate = true;
		break;
	default:
		usage();
	}
}

static void understand(int argc, char **argv)
{
	bool echo;
	uint32_t most;
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		set(option, optarg);
	}
	if (optind != argc - 1) {
		usage();
	}
	opt.work = argv[optind];
	opt.broadcast = strcmp(opt.work, "broadcast") == 0;
	opt.connect = strcmp(opt.work, "connect") == 0;
	echo = strcmp(opt.work, "echo") == 0;
	if ((!opt.broadcast && !opt.connect && !echo && strcmp(opt.work, "idle") != 0) || opt.port <= 0 ||
	    opt.port > 65535 || opt.size < STAMP || (opt.fragment != 0 && opt.fragment < STAMP) || opt.connections == 0 ||
	    opt.in_flight == 0 || opt.senders == 0 || opt.senders > opt.connections || opt.head > 4096 ||
	    (!echo && (opt.idle | opt.flood) != 0)) {
		usage();
	}
	if (opt.path == NULL) {
		opt.path = opt.broadcast ? "/broadcast" : "/echo";
	}
	if (!echo && !opt.broadcast && !opt.connect) {
		opt.idle = opt.connections;
		opt.connections = 0;
	}

	most = most_connections();
	if (opt.connections + (opt.flood != 0) > most) {
		fail("%u connections are more than the limit of descriptors (ulimit -n, here and of the server) allows: %u",
		     opt.connections, most);
	}
	if (opt.idle > most - opt.connections - (opt.flood != 0)) {
		uint32_t wanted = opt.idle;

		opt.idle = most - opt.connections - (opt.flood != 0);
		fprintf(
			stderr,
			"load: %u idle connections instead of %u: the limit of descriptors (ulimit -n, here and of the server)\n",
			opt.idle, wanted);
	}
	run.conn_count = opt.connections + opt.idle + (opt.flood != 0);
}

/* ---- phases and result -------------------------------------------------------- */

struct window {
	uint64_t from;
	uint64_t to;
	struct usage before;
	struct usage after;
	struct usage at_first; /* before any connection */
	struct usage at_last;  /* while all are open */
};

/* For a time, and until something is done: the window of a long message has whole ones in it. */
static void run_for(double seconds)
{
	uint64_t until = measure_clock() + (uint64_t) (seconds * 1e9);
	uint64_t before = run.done;

	do {
		client_turn();
	} while (run.now < until || run.done == before);
}

static void run_messages(void)
{
	if (opt.connect) {
		while (run.done < opt.messages) {
			client_turn();
		}
		return;
	}
	client_send_first();
	while (run.posted < opt.messages || client_outstanding() > 0) {
		client_turn();
	}
}

static void measure(struct window *w)
{
	if (opt.messages == 0) {
		if (!opt.connect) {
			client_send_first();
		}
		run_for(opt.warm_up);
	}
	w->before = measure_usage(false);
	w->from = measure_clock();
	run.done = run.done_flood = 0;
	run.measuring = true;
	if (opt.messages == 0) {
		run_for(opt.seconds);
	} else {
		run_messages();
	}
	run.measuring = false;
	w->to = measure_clock();
	w->after = measure_usage(false);
}

static void report(const struct window *w)
{
	double seconds = w->to > w->from ? (double) (w->to - w->from) / 1e9 : 1;

	printf("{\"work\":\"%s\",\"size\":%zu,\"fragment\":%zu,\"connections\":%u,\"in_flight\":%u,\"senders\":%u,",
	       opt.work, opt.size, opt.fragment, opt.connections, opt.in_flight, opt.senders);
	printf("\"idle\":%u,\"flood\":%u,\"head\":%zu,\"seconds\":%.4f,\"messages\":%lu,\"flooded\":%lu,", opt.idle,
	       opt.flood, run.request_size, seconds, (unsigned long) run.done, (unsigned long) run.done_flood);
	printf("\"per_second\":%.1f,\"megabytes_per_second\":%.2f,", (double) run.done / seconds,
	       (double) run.done * (double) opt.size / seconds / 1e6);
	if (opt.pid != 0) {
		double count = (double) (run.done + run.done_flood > 0 ? run.done + run.done_flood : 1);
		double cpu = (double) (w->after.run - w->before.run) / 1000;
		double user = w->after.user - w->before.user;
		double system = w->after.system - w->before.system;

		/* The ticks only tell how to divide it. */
		user = user + system > 0 ? cpu * user / (user + system) : 0;
		printf("\"cpu_us\":%.4f,\"user_us\":%.4f,\"system_us\":%.4f,\"cpu_load\":%.3f,", cpu / count, user / count,
		       (cpu - user) / count, cpu / 1e6 / seconds);
		printf("\"rss_before\":%lu,\"rss\":%lu,\"pss_before\":%lu,\"pss\":%lu,", (unsigned long) w->at_first.rss,
		       (unsigned long) w->at_last.rss, (unsigned long) w->at_first.pss, (unsigned long) w->at_last.pss);
	}
	printf("\"latency_us\":{\"p50\":%.1f,\"p90\":%.1f,\"p99\":%.1f,\"max\":%.1f}}\n", measure_percentile(0.5),
	       measure_percentile(0.9), measure_percentile(0.99), measure_percentile(1));
}

int main(int argc, char **argv)
{
	struct window w = {0};

	understand(argc, argv);
	message_prepare();
	client_start();
	w.at_first = measure_usage(true);
	/* Connections that come and go are never all open. */
	while (client_open_more() || (!opt.connect && run.ready < run.conn_count)) {
		client_turn();
	}
	if (opt.connections > 0) {
		measure(&w);
	}
	w.at_last = measure_usage(true);
	report(&w);

	/* The last replies are looked at as well. */
	run.stopping = true;
	while (client_outstanding() > 0) {
		client_turn();
	}
	return 0;
}
