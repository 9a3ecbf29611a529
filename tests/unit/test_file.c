/* SPDX-License-Identifier: MIT
 *
 * file.c: what can be opened below a folder and what can't, links in every place.
 */
#include "../../ext/engine/file.c"

#include "harness.h"

static char folder[PATH_MAX];

static void make(const char *name, const char *content)
{
	char path[PATH_MAX + 64];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	file = fopen(path, "we");
	if (CHECKF(file != NULL, "%s", path)) {
		fputs(content, file);
		fclose(file);
	}
}

static void make_folder(const char *name)
{
	char path[PATH_MAX + 64];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	CHECK(mkdir(path, 0700) == 0);
}

static void make_link(const char *name, const char *to)
{
	char path[PATH_MAX + 64];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	CHECK(symlink(to, path) == 0);
}

static void make_all(void)
{
	char path[PATH_MAX + 64];

	strcpy(path, "/tmp/wschat-file.XXXXXX");
	CHECK(mkdtemp(path) != NULL && realpath(path, folder) != NULL);
	make("secret", "secret");
	make_folder("root-not");
	make("root-not/secret", "secret");
	make_folder("root");
	make("root/a", "aaa");
	make_folder("root/b");
	make("root/b/c", "c");
	make_link("root/to_a", "a");
	make_link("root/to_b", "b");
	make_link("root/b/up", "../a");
	make_link("root/out", "../secret");
	make_link("root/out_folder", "..");
	make_link("root/beside", "../root-not");
	make_link("root/itself", "itself");
	make_link("root/nowhere", "nothing");
	snprintf(path, sizeof path, "%s/root/a", folder);
	make_link("root/absolute", path);
	make_link("root/passwd", "/etc/passwd");
	snprintf(path, sizeof path, "%s/root/pipe", folder);
	CHECK(mkfifo(path, 0600) == 0);
}

static void remove_all(void)
{
	char command[PATH_MAX + 64];

	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	CHECK(system(command) == 0);
}

static void finding(void)
{
	static const struct {
		const char *name;
		enum wsc_file_status status;
		uint64_t size;
	} rows[] = {
		{"a", WSC_FILE_FOUND, 3},         {"b/c", WSC_FILE_FOUND, 1},
		{"to_a", WSC_FILE_FOUND, 3},      {"to_b/c", WSC_FILE_FOUND, 1},
		{"to_b/up", WSC_FILE_FOUND, 3},   {"b/up", WSC_FILE_FOUND, 3},
		{"absolute", WSC_FILE_FOUND, 3},  {"b", WSC_FILE_FOLDER, 0},
		{"to_b", WSC_FILE_FOLDER, 0},     {"nothing", WSC_FILE_NONE, 0},
		{"a/c", WSC_FILE_NONE, 0},        {"b/nothing", WSC_FILE_NONE, 0},
		{"out", WSC_FILE_NONE, 0},        {"out_folder/secret", WSC_FILE_NONE, 0},
		{"out_folder", WSC_FILE_NONE, 0}, {"beside/secret", WSC_FILE_NONE, 0},
		{"itself", WSC_FILE_NONE, 0},     {"nowhere", WSC_FILE_NONE, 0},
		{"passwd", WSC_FILE_NONE, 0},     {"pipe", WSC_FILE_NONE, 0},
	};
	char path[PATH_MAX + 64];
	struct wsc_root *root;
	int error, next;

	make_all();
	snprintf(path, sizeof path, "%s/root", folder);
	root = wsc_root_new(path, &error);
	CHECK(root != NULL);
	next = dup(root->fd);
	close(next);
	for (size_t i = 0; i < LENGTH(rows); i++) {
		struct wsc_file file = {.fd = -1};
		enum wsc_file_status status = wsc_root_find(root, rows[i].name, &file);

		CHECKF(status == rows[i].status && file.size == rows[i].size, "%s: %d, %llu", rows[i].name, (int) status,
		       (unsigned long long) file.size);
		if (status == WSC_FILE_FOUND) {
			char bytes[4] = "";

			CHECK(wsc_file_read(file.fd, 0, bytes, file.size) && bytes[0] == (file.size == 3 ? 'a' : 'c'));
			CHECK(!wsc_file_read(file.fd, 0, bytes, file.size + 1));
			wsc_file_close(file.fd);
		}
		/* Nothing was left open. */
		CHECKF(dup(root->fd) == next, "%s", rows[i].name);
		close(next);
	}
	wsc_root_free(root);
	remove_all();
}

static void no_folders(void)
{
	int error = 0;

	CHECK(wsc_root_new("/etc/passwd", &error) == NULL && error == ENOTDIR);
	CHECK(wsc_root_new("/nowhere at all", &error) == NULL && error == ENOENT);
}

static void the_folder_of_all(void)
{
	struct wsc_file file;
	int error;
	struct wsc_root *root = wsc_root_new("/", &error);

	if (CHECK(root != NULL && wsc_root_find(root, "etc/passwd", &file) == WSC_FILE_FOUND)) {
		wsc_file_close(file.fd);
		wsc_root_free(root);
	}
}

void test_file(void)
{
	RUN(finding);
	RUN(no_folders);
	RUN(the_folder_of_all);
}
