--TEST--
Options user and group: run() becomes that user for good once it listens, and factory() says why it could not
--EXTENSIONS--
posix
--SKIPIF--
<?php
if (posix_geteuid() !== 0) {
    die('skip needs root');
}
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$app = <<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $groups = posix_getgroups();
            sort($groups);
            $conn->send(json_encode([posix_getuid(), posix_geteuid(), posix_getgid(), posix_getegid(),
                                     implode(',', array_unique($groups)), @posix_setuid(0), @posix_seteuid(0)]));
        }
    }
    PHP;
/* A user without an entry, by numbers; then one with an entry, by name. */
foreach (["'user' => 54321, 'group' => '54322'", "'user' => 'nobody'"] as $i => $options) {
    $server = TestServer::code("$app serve(new App, ['options' => [$options], 'before' => function () { echo posix_geteuid(), \"\\n\"; }]);");
    $answer = WsClient::connect($server->port)->text('who')->readMessage();
    if ($i === 0) {
        echo $answer, "\n";
    } else {
        ['uid' => $uid, 'gid' => $gid] = posix_getpwnam('nobody');
        $got = json_decode($answer);
        unset($got[4]); /* further groups are the system's business */
        echo array_values($got) === [$uid, $uid, $gid, $gid, false, false] ? "nobody\n" : "$answer\n";
    }
    $server->finish();
}

$server = TestServer::code(<<<'PHP'
    use Ratchet\Server\{EchoServer, IoServer};
    function attempt(array $options, ?callable $next = null) {
        try {
            $server = IoServer::factory(new EchoServer, 0, '127.0.0.1', $options);
            $next && $next($server);
            echo "fine\n";
        } catch (Throwable $e) {
            echo get_class($e), ': ', $e->getMessage(), "\n";
        }
    }
    attempt(['user' => 'no such user']);
    attempt(['user' => '']);
    attempt(['user' => 54321]);
    attempt(['user' => -1, 'group' => 1]);
    attempt(['user' => 4294967295, 'group' => 1]);
    attempt(['user' => 'root', 'group' => 'no such group']);
    attempt(['group' => 'root']);
    attempt(['user' => "root\0"]);
    attempt(['user' => ['root']]);
    ini_set('wschat.user', '54321');
    ini_set('wschat.group', '54322');
    attempt([], function () {
        attempt(['user' => 54323], fn($server) => $server->run());
    });
    echo posix_geteuid(), " end\n";
    PHP, ['ready' => false]);
echo $server->waitOut("end\n");

/* Who is no root can't become another user, but may name itself; a server made in a callback drops as well. */
$server = TestServer::code(<<<'PHP'
    use Ratchet\Server\{EchoServer, IoServer};
    React\EventLoop\Loop::futureTick(function () {
        echo posix_geteuid(), "\n";
        $options = ['user' => 54321, 'group' => 54322];
        $first = IoServer::factory(new EchoServer, 0, '127.0.0.1', $options);
        echo posix_geteuid(), "\n";
        $second = IoServer::factory(new EchoServer, 0, '127.0.0.1', $options);
        try {
            IoServer::factory(new EchoServer, 0, '127.0.0.1', ['user' => 54323] + $options);
        } catch (RuntimeException $e) {
            echo $e->getMessage(), "\n";
        }
        $first->socket->close();
        $second->socket->close();
    });
    React\EventLoop\Loop::run();
    echo "end\n";
    PHP, ['ready' => false]);
echo $server->waitOut("end\n");
?>
--EXPECT--
[54321,54321,54322,54322,"54322",false,false]
nobody
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "user" must be a user of this system or a number, "no such user" given
fine
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "user" is 54321, which this system has no entry for: give "group", too
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "user" must be a user of this system or a number, "-1" given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "user" must be a user of this system or a number, "4294967295" given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "group" must be a group of this system or a number, "no such group" given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "group" needs "user": root with another group is root still
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "user" must be a name or a number, "root" given
ValueError: Ratchet\Server\IoServer::factory(): Argument #4 option "user" must be a name or a number, array given
RuntimeException: Options "user" and "group" of two servers differ (54321:54322 and 54323:54322): a process has one user
fine
0 end
0
54321
Option "user" needs root, and this process is user 54321: start it as root, or as 54323 and without the option
end
