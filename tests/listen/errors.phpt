--TEST--
Listen: what is no address, and what the machine refuses: exceptions that say what to do
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/where.inc';

use Ratchet\Server\{EchoServer, IoServer};

$folder = sys_get_temp_dir() . '/wschat-test-' . getmypid();
mkdir($folder);
touch("$folder/file");

function attempt($address, array $options = [], $port = 0): void
{
    try {
        IoServer::factory(new EchoServer, $port, $address, $options)->socket->close();
        echo "listens\n";
    } catch (Throwable $e) {
        echo get_class($e), ' ', $e->getCode(), ': ', addresses($e->getMessage()), "\n";
    }
}

$used = IoServer::factory(new EchoServer, 0, "127.0.0.1,unix:$folder/used");
attempt(substr($used->socket->getAddress(), 6));
attempt('127.0.0.1', ['listen' => $used->socket->getAddresses()]);
attempt("unix:$folder/used");
attempt("unix:$folder/file");
attempt("unix:$folder/none/a");
attempt("unix:$folder/" . str_repeat('x', 100));
attempt('unix:');
attempt(['127.0.0.1', 'localhost']);
attempt('127.0.0.1,,192.0.2.1');
attempt('127.0.0.1:http');
attempt('127.0.0.1', ['listen' => '[::1]:70000']);
attempt('127.0.0.1:0', [], 70000);
attempt('fd:');
attempt('fd:1000');
attempt('systemd:');
attempt([]);
attempt(['']);
attempt(["127.0.0.1\0"]);
attempt([127]);
attempt('127.0.0.1', ['listen' => 5]);
attempt('127.0.0.1', ['listen' => [5]]);
attempt('127.0.0.1', ['listne' => 'x']);
$used->socket->close();
/* Nothing of what has failed is left. */
echo implode(' ', array_map('basename', glob("$folder/*"))), "\n";
attempt("unix:$folder/used");
unlink("$folder/file");
rmdir($folder);
?>
--EXPECTF--
RuntimeException 98: Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE): another program listens there; stop it or choose another port
RuntimeException 98: Failed to listen on "tcp://127.0.0.1:PORT": Address already in use (EADDRINUSE): another program listens there; stop it or choose another port
RuntimeException 98: Failed to listen on "unix:FOLDER/used": Address already in use (EADDRINUSE): a server is alive behind this path; stop it or choose another one
RuntimeException 88: Failed to listen on "unix:FOLDER/file": Socket operation on non-socket (ENOTSOCK): what is there already is no socket; remove it or choose another path
RuntimeException 2: Failed to listen on "unix:FOLDER/none/a": No such file or directory (ENOENT): the folder of the socket does not exist; make it first
RuntimeException 36: Failed to listen on "unix:FOLDER/xxx%s": File name too long (ENAMETOOLONG): the path of a socket has at most 107 bytes; choose a shorter one
InvalidArgumentException 22: Invalid URI "unix:" given (EINVAL): the path of the socket is missing, as in unix:/run/chat.sock
InvalidArgumentException 22: Given URI "tcp://localhost:0" does not contain a valid host IP (EINVAL): give an address such as 127.0.0.1 or 0.0.0.0, not a name
RuntimeException 99: Failed to listen on "tcp://192.0.2.1:0": Cannot assign requested address (EADDRNOTAVAIL): this machine has no such address; 0.0.0.0 is every address it has
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:http" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://[::1]:PORT" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "tcp://127.0.0.1:0" given (EINVAL): a port is a number from 0 to 65535
InvalidArgumentException 22: Invalid URI "fd:" given (EINVAL): the number of an open socket is missing, as in fd:3
RuntimeException 9: Failed to listen on "fd:1000": Bad file descriptor (EBADF): there is no such descriptor; who starts PHP has to open it
RuntimeException 2: Failed to listen on "systemd:": no socket was passed (LISTEN_FDS); start the server by a .socket unit
InvalidArgumentException 22: Invalid URI "tcp://:0" given (EINVAL): the address is empty; 0.0.0.0 is every address of this machine
InvalidArgumentException 22: Invalid URI "tcp://:0" given (EINVAL): the address is empty; 0.0.0.0 is every address of this machine
InvalidArgumentException 22: Invalid URI given (EINVAL): the address holds a NUL byte
TypeError 0: Ratchet\Server\IoServer::factory(): Argument #3 ($address) must be an address, or an array of addresses that are strings
ValueError 0: Ratchet\Server\IoServer::factory(): Argument #4 option "listen" must be an array of strings, or a string with commas, int given
ValueError 0: Ratchet\Server\IoServer::factory(): Argument #4 option "listen" must be an array of strings, or a string with commas, array given
ValueError 0: Ratchet\Server\IoServer::factory(): Argument #4 has no option "listne"; did you mean "listen"?
file
listens
