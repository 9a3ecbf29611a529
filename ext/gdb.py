# SPDX-License-Identifier: MIT
#
# Commands for gdb: what a server holds, in a process that runs or in a core.
#
#   gdb -p PID -x ext/gdb.py
#   gdb --core=CORE -x ext/gdb.py "$(command -v php)"
#
#   wschat                  the loop, its servers, and how long its lists are
#   wschat connections      every connection: number, state, client, what is queued
#   wschat connection N     all of connection number N
#
# Needs wschat.so as it was built, with its debug information (-g; PHP's default
# CFLAGS have it), and calls nothing in the process.

import ipaddress

import gdb

LISTS = ('ready', 'buffered', 'handshakes', 'accepting', 'dirty', 'closing', 'draining', 'dead', 'deferred')
FLAGS = ('busy', 'held', 'paused', 'throttled', 'opened', 'websocket', 'eof', 'close_sent', 'peer_close', 'blocked', 'shut')


def loop():
    """The struct wsc_loop of the process; gdb.GdbError if there is none."""
    try:
        try:
            globals_ = gdb.parse_and_eval('wschat_globals')
        except gdb.error:  # a thread-safe PHP keeps them for each thread
            globals_ = gdb.parse_and_eval(
                '*(zend_wschat_globals *) (*(void ***) _tsrm_ls_cache)[wschat_globals_id - 1]')
        found = globals_['loop']
    except gdb.error as error:
        raise gdb.GdbError('wschat: %s. Is wschat.so loaded, and built with -g?' % error)
    if int(found) == 0:
        raise gdb.GdbError('wschat: no server has been made yet')
    return found.dereference()


def nodes(head):
    """The nodes of a struct wsc_list."""
    start = int(head.address)
    node = head['next']
    while int(node) != start:
        yield node
        node = node['next']


def containers(head, type_name, member):
    """The structs that hold the nodes of a list."""
    kind = gdb.lookup_type(type_name)
    offset = next(field.bitpos // 8 for field in kind.fields() if field.name == member)
    for node in nodes(head):
        yield gdb.Value(int(node) - offset).cast(kind.pointer()).dereference()


def servers(of):
    return containers(of['servers'], 'struct wsc_server', 'siblings')


def state(conn):
    name = str(conn['state'].cast(gdb.lookup_type('enum wsc_conn_state')))
    return name.rsplit('WSC_CONN_', 1)[-1].lower()


def client(conn):
    raw = bytes(int(conn['address'][i]) for i in range(16))
    family = int(conn['family'])
    if family == 4:
        return '%s:%d' % (ipaddress.IPv4Address(raw[:4]), int(conn['port']))
    if family == 6:
        return '[%s]:%d' % (ipaddress.IPv6Address(raw), int(conn['port']))
    return 'unix'


def flags(conn):
    return ' '.join(name for name in FLAGS if int(conn[name]))


def line(conn):
    return '#%-6d %-8s fd %-5d %-24s %8d queued  %s' % (
        int(conn['id']), state(conn), int(conn['fd']), client(conn), int(conn['output']['bytes']), flags(conn))


class Wschat(gdb.Command):
    """wschat [connections | connection N]: what the server holds."""

    def __init__(self):
        super().__init__('wschat', gdb.COMMAND_DATA)

    def invoke(self, argument, from_tty):
        words = gdb.string_to_argv(argument)
        if not words:
            self.overview()
        elif words == ['connections']:
            for conn in self.connections():
                print(line(conn))
        elif len(words) == 2 and words[0] == 'connection' and words[1].isdigit():
            self.connection(int(words[1]))
        else:
            raise gdb.GdbError('usage: wschat [connections | connection N]')

    @staticmethod
    def overview():
        of = loop()
        print('loop: depth %d%s' % (int(of['depth']), ', stopped' if of['stopped'] else ''))
        print('lists: ' + ', '.join('%s %d' % (name, sum(1 for _ in nodes(of[name]))) for name in LISTS))
        for server in servers(of):
            print('server %s: %d connections, %d bytes queued, %d bytes unfinished' % (
                server.address, int(server['conn_count']), int(server['queued_bytes']), int(server['receive']['used'])))

    @staticmethod
    def connections():
        for server in servers(loop()):
            yield from containers(server['conns'], 'struct wsc_conn', 'siblings')

    def connection(self, number):
        for conn in self.connections():
            if int(conn['id']) == number:
                print(line(conn))
                print(conn)
                return
        raise gdb.GdbError('wschat: there is no connection %d' % number)


Wschat()
