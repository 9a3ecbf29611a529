/* SPDX-License-Identifier: MIT
 *
 * socket.c, and wsc_server_listen() above it: every kind of address, what refuses
 * it, whose the file of a Unix socket is, and sockets that somebody else has opened.
 */
#include "../../ext/engine/socket.c"

#include "world.h"

#include <stdlib.h>
#include <sys/wait.h>

/* A world with a server that does not listen yet. */
static void begin(struct world *world)
{
	world_init(world);
	world->config.protocol = WSC_PROTOCOL_RAW;
	world->server = wsc_server_new(world->loop, &world->config);
}

static void expect_failure(struct world *world, const char *text, int error, const char *call)
{
	struct wsc_listen_failure failure = {0};
	enum wsc_status status = world_listen_at(world, text, 0, &failure);

	CHECKF(status == WSC_SYSTEM && failure.error == error && strcmp(failure.call, call) == 0, "%s: %d, %s: %s", text,
	       status, failure.call, strerror(failure.error));
}

static bool listens_at(struct world *world, const char *text)
{
	struct wsc_listen_failure failure = {0};
	enum wsc_status status = world_listen_at(world, text, 0, &failure);

	return CHECKF(status == WSC_OK, "%s: %s: %s", text, failure.call, strerror(failure.error));
}

/* What wsc_server_each_listener() calls back with, in order. */
static void note(const struct wsc_listener *listener, void *arg)
{
	char *all = arg;

	snprintf(all + strlen(all), 512 - strlen(all), "%s%s", *all ? " " : "", wsc_listener_uri(listener));
}

static void ipv4(void)
{
	struct world world;
	char uri[WSC_URI_SIZE];
	uint16_t port;

	begin(&world);
	CHECK(wsc_server_port(world.server) == 0 && wsc_server_uri(world.server) == NULL);
	listens_at(&world, "127.0.0.1");
	port = wsc_server_port(world.server);
	snprintf(uri, sizeof uri, "tcp://127.0.0.1:%u", port);
	CHECKF(port != 0 && strcmp(wsc_server_uri(world.server), uri) == 0, "%s", wsc_server_uri(world.server));
	/* Another one on the same port, and an address of another machine (RFC 5737) */
	expect_failure(&world, uri, EADDRINUSE, "bind");
	expect_failure(&world, "192.0.2.1", EADDRNOTAVAIL, "bind");
	/* Neither attempt has left anything that is in the way. */
	listens_at(&world, "127.0.0.1");
	CHECK(wsc_server_port(world.server) == port);
	world_end(&world);
}

static int connect_ipv6(uint16_t port)
{
	struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_port = htons(port), .sin6_addr = in6addr_loopback};
	int fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (connect(fd, (struct sockaddr *) &address, sizeof address) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static bool has_ipv6(void)
{
	struct sockaddr_in6 address = {.sin6_family = AF_INET6, .sin6_addr = in6addr_loopback};
	int fd = socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool has = fd >= 0 && bind(fd, (struct sockaddr *) &address, sizeof address) == 0;

	if (fd >= 0) {
		close(fd);
	}
	return has;
}

/* A client's address as user code sees it. */
static void expect_client(struct world *world, unsigned opened, const char *address)
{
	char text[WSC_ADDRESS_SIZE];

	UNTIL(world, world->opened == opened);
	wsc_conn_address(world->conn, text);
	CHECKF(strcmp(text, address) == 0, "%s", text);
}

static void ipv6(void)
{
	struct world world;
	struct peer peer;
	int fd;

	if (!has_ipv6()) {
		CHECK(true); /* a machine without it */
		return;
	}
	begin(&world);
	listens_at(&world, "[::]");
	CHECKF(strncmp(wsc_server_uri(world.server), "tcp://[::]:", 11) == 0, "%s", wsc_server_uri(world.server));
	fd = connect_ipv6(wsc_server_port(world.server));
	expect_client(&world, 1, "::1");
	close(fd);
	peer_connect(&peer, &world); /* by IPv4, to the same socket */
	expect_client(&world, 2, "127.0.0.1");
	world_end(&world);
}

static void ipv6_only(void)
{
	struct world world;
	struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (has_ipv6()) {
		world_init(&world);
		world.config.options.ipv6_only = true;
		world.server = wsc_server_new(world.loop, &world.config);
		listens_at(&world, "[::]");
		address.sin_port = htons(wsc_server_port(world.server));
		CHECK(connect(fd, (struct sockaddr *) &address, sizeof address) != 0 && errno == ECONNREFUSED);
		world_end(&world);
	}
	close(fd);
}

/* Every IPv4 address and every IPv6 address on one port, in either order. */
static void both_families(void)
{
	static const char *const orders[][2] = {{"0.0.0.0", "[::]"}, {"[::]", "0.0.0.0"}, {"[::]", "127.0.0.1"}};

	for (size_t i = 0; has_ipv6() && i < LENGTH(orders); i++) {
		struct world world;
		struct wsc_address addresses[2];
		struct wsc_listen_failure failure;
		struct peer peer;
		enum wsc_status status;
		uint16_t port;
		int fd;

		begin(&world);
		listens_at(&world, "127.0.0.1"); /* a port that is free, most likely in both */
		port = wsc_server_port(world.server);
		wsc_server_close_listener(world.server);
		for (size_t k = 0; k < 2; k++) {
			struct wsc_slice text = {orders[i][k], strlen(orders[i][k])};

			CHECK(wsc_address_parse(text, port, &addresses[k]) == WSC_ADDRESS_OK);
		}
		status = wsc_server_listen(world.server, addresses, 2, &failure);
		CHECKF(status == WSC_OK, "%s %s: %s", orders[i][0], orders[i][1], strerror(failure.error));
		if (status == WSC_OK) {
			peer_connect_port(&peer, &world, port);
			expect_client(&world, 1, "127.0.0.1");
			fd = connect_ipv6(port);
			expect_client(&world, 2, "::1");
			close(fd);
		}
		world_end(&world);
	}
}

/* All or none. */
static void several_at_once(void)
{
	struct world world;
	struct wsc_address addresses[3];
	struct wsc_listen_failure failure;
	char all[512] = "", wanted[512];

	begin(&world);
	listens_at(&world, "127.0.0.1");
	wsc_address_parse((struct wsc_slice){"127.0.0.1", 9}, 0, &addresses[0]);
	wsc_address_parse((struct wsc_slice){"127.0.0.1", 9}, 0, &addresses[1]);
	wsc_address_parse((struct wsc_slice){"192.0.2.1", 9}, 0, &addresses[2]);
	CHECK(wsc_server_listen(world.server, addresses, 3, &failure) == WSC_SYSTEM && failure.index == 2);
	wsc_server_each_listener(world.server, note, all);
	CHECKF(strcmp(all, wsc_server_uri(world.server)) == 0, "%s", all);
	CHECK(wsc_server_listen(world.server, addresses, 2, &failure) == WSC_OK);
	all[0] = '\0';
	wsc_server_each_listener(world.server, note, all);
	snprintf(wanted, sizeof wanted, "%s tcp://127.0.0.1:%u tcp://127.0.0.1:%u", wsc_server_uri(world.server),
	         WSC_CONTAINER(world.server->listeners.prev->prev, struct wsc_listener, siblings)->socket.port,
	         WSC_CONTAINER(world.server->listeners.prev, struct wsc_listener, siblings)->socket.port);
	CHECKF(strcmp(all, wanted) == 0, "%s, not %s", all, wanted);
	world_end(&world);
}

static void reuse_port(void)
{
	struct world world, other;
	char uri[WSC_URI_SIZE];

	for (int shared = 0; shared < 2; shared++) {
		world_init(&world);
		world.config.options.reuse_port = shared;
		world.server = wsc_server_new(world.loop, &world.config);
		listens_at(&world, "127.0.0.1");
		snprintf(uri, sizeof uri, "%s", wsc_server_uri(world.server));
		world_init(&other);
		other.config.options.reuse_port = shared;
		other.server = wsc_server_new(other.loop, &other.config);
		if (shared) {
			listens_at(&other, uri);
		} else {
			expect_failure(&other, uri, EADDRINUSE, "bind");
		}
		world_end(&other);
		world_end(&world);
	}
}

/* ---- Unix sockets ------------------------------------------------------------------ */

static char folder[64];

static const char *in_folder(const char *name)
{
	static char text[2][256];
	static int turn;

	turn = !turn;
	snprintf(text[turn], sizeof text[turn], "unix:%s/%s", folder, name);
	return text[turn];
}

static const char *path_of(const char *text)
{
	return text + strlen("unix:");
}

static void make_folder(void)
{
	snprintf(folder, sizeof folder, "/tmp/wsc-unit-XXXXXX");
	CHECK(mkdtemp(folder) != NULL);
}

static void remove_folder(void)
{
	CHECKF(rmdir(folder) == 0, "%s: %s", folder, strerror(errno)); /* nothing is left in it */
}

static int connect_unix(const char *path)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
	if (connect(fd, (struct sockaddr *) &address, sizeof address) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

static void unix_socket(void)
{
	static const uint32_t modes[] = {0600, 0660, 0777, 0};
	struct world world;
	struct stat status;
	mode_t mask = umask(027);
	int fd;

	make_folder();
	for (size_t i = 0; i < LENGTH(modes); i++) {
		const char *text = in_folder("a");

		world_init(&world);
		world.config.protocol = WSC_PROTOCOL_RAW;
		world.config.options.unix_mode = modes[i];
		world.config.options.max_connections_per_address = 1; /* has nothing to say here */
		world.server = wsc_server_new(world.loop, &world.config);
		listens_at(&world, text);
		CHECKF(strncmp(wsc_server_uri(world.server), "unix:///tmp/", 12) == 0, "%s", wsc_server_uri(world.server));
		CHECK(wsc_server_port(world.server) == 0);
		CHECK(stat(path_of(text), &status) == 0);
		CHECKF((status.st_mode & 0777) == (modes[i] ? modes[i] : 0750), "%o", (unsigned) status.st_mode & 0777);
		CHECK(umask(027) == 027);
		fd = connect_unix(path_of(text));
		expect_client(&world, 1, "");
		close(fd);
		world_end(&world);
		CHECK(stat(path_of(text), &status) != 0 && errno == ENOENT);
	}
	umask(mask);
	remove_folder();
}

static bool leave_a_file(void)
{
	struct world world;

	begin(&world);
	if (listens_at(&world, in_folder("a"))) {
		_exit(EXIT_SUCCESS); /* as one that is killed */
	}
	return false;
}

static void who_is_there_already(void)
{
	const char *text = in_folder("a");
	struct world world, other;
	struct stat status;
	FILE *file;

	make_folder();
	text = in_folder("a");
	/* A server that is dead */
	CHECK(world_in_child(leave_a_file));
	CHECK(stat(path_of(text), &status) == 0);
	begin(&world);
	listens_at(&world, text);
	/* … one that is alive, and goes on */
	begin(&other);
	expect_failure(&other, text, EADDRINUSE, "connect");
	world_end(&other);
	CHECK(stat(path_of(text), &status) == 0);
	/* Something else */
	file = fopen(path_of(in_folder("file")), "w");
	fclose(file);
	expect_failure(&world, in_folder("file"), ENOTSOCK, "lstat");
	expect_failure(&world, in_folder(""), ENOTSOCK, "lstat"); /* a folder */
	CHECK(unlink(path_of(in_folder("file"))) == 0);
	expect_failure(&world, in_folder("none/a"), ENOENT, "bind");
	expect_failure(&world,
	               in_folder("0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567"
	                         "890123456789"),
	               ENAMETOOLONG, "bind");
	world_end(&world);
	remove_folder();
}

static bool end_in_child(void)
{
	struct world world;
	struct stat status;
	pid_t child;
	int code = -1;
	bool passed = true;

	begin(&world);
	passed &= listens_at(&world, in_folder("a"));
	child = fork();
	if (child == 0) {
		wsc_loop_free(world.loop);
		_exit(0);
	}
	passed &= CHECK(waitpid(child, &code, 0) == child && code == 0);
	passed &= CHECK(stat(path_of(in_folder("a")), &status) == 0); /* it is the parent's */
	world_end(&world);
	return passed;
}

/* Nobody removes what is not his. */
static void whose_file(void)
{
	struct world world, other;
	struct stat status;

	make_folder();
	CHECK(world_in_child(end_in_child));
	begin(&world);
	listens_at(&world, in_folder("a"));
	CHECK(unlink(path_of(in_folder("a"))) == 0);
	begin(&other);
	listens_at(&other, in_folder("a"));
	world_end(&world);
	CHECK(stat(path_of(in_folder("a")), &status) == 0);
	world_end(&other);
	CHECK(stat(path_of(in_folder("a")), &status) != 0);
	remove_folder();
}

/* ---- sockets of others ---------------------------------------------------------------- */

static int listening_socket(uint16_t *port)
{
	struct sockaddr_in local = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t length = sizeof local;
	int fd = socket(AF_INET, SOCK_STREAM, 0);

	CHECK(bind(fd, (struct sockaddr *) &local, length) == 0 && listen(fd, 5) == 0);
	getsockname(fd, (struct sockaddr *) &local, &length);
	*port = ntohs(local.sin_port);
	return fd;
}

/* The maker's descriptor stays his; ours is another. */
static void adopted(void)
{
	struct wsc_listen_failure failure;
	struct world world;
	struct peer peer;
	uint16_t port;
	int fd = listening_socket(&port);

	begin(&world);
	CHECK(wsc_server_adopt(world.server, -1, &failure) == WSC_SYSTEM && failure.error == EBADF);
	CHECK(wsc_server_adopt(world.server, fd, &failure) == WSC_OK);
	CHECK(wsc_server_port(world.server) == port);
	peer_connect(&peer, &world);
	expect_client(&world, 1, "127.0.0.1");
	wsc_server_close_listener(world.server);
	CHECK(fcntl(fd, F_GETFD) == 0); /* and as it was */
	close(fd);
	world_end(&world);
}

static void by_number(void)
{
	struct world world;
	struct peer peer;
	uint16_t port;
	int listening = listening_socket(&port);
	int connected = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
	char text[32];

	begin(&world);
	snprintf(text, sizeof text, "fd:%d", connected);
	expect_failure(&world, text, EINVAL, "accept");
	snprintf(text, sizeof text, "fd:%d", file);
	expect_failure(&world, text, ENOTSOCK, "getsockopt");
	expect_failure(&world, "fd:1000000", EBADF, "fcntl");
	snprintf(text, sizeof text, "fd:%d", listening);
	listens_at(&world, text);
	CHECK(fcntl(listening, F_GETFD) == FD_CLOEXEC); /* it was passed for us alone */
	peer_connect_port(&peer, &world, port);
	expect_client(&world, 1, "127.0.0.1");
	close(listening);
	close(connected);
	close(file);
	world_end(&world);
}

static void set_variables(long pid, const char *count, const char *names)
{
	char text[32];

	snprintf(text, sizeof text, "%ld", pid);
	setenv("LISTEN_PID", text, 1);
	setenv("LISTEN_FDS", count, 1);
	setenv("LISTEN_FDNAMES", names, 1);
}

/* In a child, whose descriptors 3 to 5 may be what they like. */
static bool activated(void)
{
	struct world world;
	struct wsc_listen_failure failure;
	uint16_t ports[3];
	char all[512] = "", wanted[512];
	bool passed = true;

	for (int i = 0; i < 3; i++) {
		int fd = listening_socket(&ports[i]);

		if (fd != 3 + i) {
			dup2(fd, 3 + i);
			close(fd);
		}
	}
	set_variables((long) getpid(), "3", "web:admin:web");
	begin(&world);
	passed &= listens_at(&world, "systemd:web");
	wsc_server_each_listener(world.server, note, all);
	snprintf(wanted, sizeof wanted, "tcp://127.0.0.1:%u tcp://127.0.0.1:%u", ports[0], ports[2]);
	passed &= CHECKF(strcmp(all, wanted) == 0, "%s, not %s", all, wanted);
	passed &= CHECK(!getenv("LISTEN_PID") && !getenv("LISTEN_FDS") && !getenv("LISTEN_FDNAMES"));
	for (int fd = 3; fd < 6; fd++) {
		passed &= CHECK(fcntl(fd, F_GETFD) == FD_CLOEXEC); /* of every name */
	}
	passed &= CHECK(world_listen_at(&world, "systemd:none", 0, &failure) == WSC_SYSTEM &&
	                strcmp(failure.call, "LISTEN_FDNAMES") == 0);
	passed &= listens_at(&world, "systemd:admin"); /* what was read is remembered */
	wsc_server_close_listener(world.server);
	world_later(&world, 1);
	passed &= listens_at(&world, "systemd:");
	all[0] = '\0';
	wsc_server_each_listener(world.server, note, all);
	snprintf(wanted, sizeof wanted, "tcp://127.0.0.1:%u tcp://127.0.0.1:%u tcp://127.0.0.1:%u", ports[0], ports[1],
	         ports[2]);
	passed &= CHECKF(strcmp(all, wanted) == 0, "%s, not %s", all, wanted);
	world_end(&world);
	return passed;
}

static void service_manager(void)
{
	struct world world;

	CHECK(world_in_child(activated));
	begin(&world);
	expect_failure(&world, "systemd:", ENOENT, "LISTEN_FDS");
	world_end(&world);
	set_variables((long) getppid(), "1", "");
	begin(&world);
	expect_failure(&world, "systemd:", ESRCH, "LISTEN_PID");
	world_end(&world);
}

void test_socket(void)
{
	RUN(ipv4);
	RUN(ipv6);
	RUN(ipv6_only);
	RUN(both_families);
	RUN(several_at_once);
	RUN(reuse_port);
	RUN(unix_socket);
	RUN(who_is_there_already);
	RUN(whose_file);
	RUN(adopted);
	RUN(by_number);
	RUN(service_manager);
}
