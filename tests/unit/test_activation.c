/* SPDX-License-Identifier: MIT
 *
 * activation.c: what the variables of a service manager mean, and that nobody else
 * sees them.
 */
#include "../../ext/engine/activation.c"

#include "harness.h"

#include <stdio.h>

static void set(const char *pid, const char *count, const char *names)
{
	const char *const values[] = {pid, count, names};
	static const char *const variables[] = {"LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"};

	for (size_t i = 0; i < LENGTH(values); i++) {
		if (values[i]) {
			setenv(variables[i], values[i], 1);
		} else {
			unsetenv(variables[i]);
		}
	}
}

static void numbers(void)
{
	static const struct {
		const char *text;
		int count;
	} rows[] = {{"1", 1},  {"17", 17}, {"1024", 1024}, {"1025", 0}, {"0", 0}, {"", 0},
	            {"-1", 0}, {"1 ", 0},  {" 1", 0},      {"+1", 0},   {"x", 0}, {"99999999999999999999", 0},
	            {NULL, 0}, {"0x1", 0}};
	char pid[32];

	snprintf(pid, sizeof pid, "%ld", (long) getpid());
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_activation activation = {0};

		set(pid, rows[i].text, NULL);
		CHECK(wsc_activation_read(&activation));
		CHECKF(activation.ours && activation.count == rows[i].count, "%s: %d", rows[i].text, activation.count);
		wsc_activation_dtor(&activation);
	}
}

static void whose(void)
{
	static const char *const others[] = {"1", "0", "", NULL, "999999999999999999", "x"};

	for (size_t i = 0; i < LENGTH(others); i++) {
		struct wsc_activation activation = {0};

		set(others[i], "1", "a");
		CHECK(wsc_activation_read(&activation));
		CHECKF(!activation.ours, "%s", others[i]);
		CHECK(!getenv("LISTEN_PID") && !getenv("LISTEN_FDS") && !getenv("LISTEN_FDNAMES"));
		wsc_activation_dtor(&activation);
	}
}

/* Once: somebody else's variables, set later, mean nothing. */
static void read_once(void)
{
	struct wsc_activation activation = {0};

	set("1", "2", "a:b");
	CHECK(wsc_activation_read(&activation));
	set("1", "3", "c:d:e");
	CHECK(wsc_activation_read(&activation));
	CHECK(activation.count == 2 && wsc_activation_is_named(&activation, 0, (struct wsc_slice){"a", 1}));
	CHECK(getenv("LISTEN_FDS") != NULL);
	set(NULL, NULL, NULL);
	wsc_activation_dtor(&activation);
}

static void names(void)
{
	static const struct {
		const char *names;
		int n;
		const char *name;
		bool match;
	} rows[] = {
		{"web:admin", 0, "web", true},
		{"web:admin", 1, "admin", true},
		{"web:admin", 1, "web", false},
		{"web:admin", 0, "we", false},
		{"web:admin", 0, "webx", false},
		{"web:admin", 2, "web", false},
		{"web:admin", 2, "", true},
		{"web", 0, "web", true},
		{"", 0, "web", false},
		{NULL, 0, "web", false},
		{NULL, 0, "", true},
		{"web::web", 1, "web", false},
		{"web::web", 2, "web", true},
		{"web:", 1, "x", false},
		{"web:admin", 0, "web:admin", false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_activation activation = {0};
		struct wsc_slice name = {rows[i].name, strlen(rows[i].name)};

		set("1", "3", rows[i].names);
		CHECK(wsc_activation_read(&activation));
		CHECKF(wsc_activation_is_named(&activation, rows[i].n, name) == rows[i].match, "%s[%d] is %s", rows[i].names,
		       rows[i].n, rows[i].name);
		wsc_activation_dtor(&activation);
	}
}

void test_activation(void)
{
	RUN(numbers);
	RUN(whose);
	RUN(read_once);
	RUN(names);
}
