--TEST--
A child that goes on after fork() in a callback, with and without the loop, does not disturb its parent
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
skip_unless_function('pcntl_fork', 'pcntl_waitpid', 'posix_kill');
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

foreach (['works and exits', 'runs the loop', 'dies of SIGKILL', 'dies of a fatal error'] as $what) {
    $server = TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        hostile("onMessage", function ($conn, $server) {
            $conn->send("first");
            $pid = pcntl_fork();
            if ($pid === 0) {
                switch (' . var_export($what, true) . ') {
                    case "works and exits":
                        $server->socket->close();
                        $conn->close(); /* queued in the child, which never sends it */
                        unset($conn, $server);
                        gc_collect_cycles();
                        exit(0);
                    case "runs the loop":
                        $server->socket->close();
                        $turns = 0;
                        $server->loop->addPeriodicTimer(0.001, function () use (&$turns) {
                            if (++$turns === 20) {
                                exit(0);
                            }
                        });
                        return;
                    case "dies of SIGKILL":
                        posix_kill(posix_getpid(), 9);
                    case "dies of a fatal error":
                        trigger_error("harm", E_USER_ERROR);
                }
            }
            pcntl_waitpid($pid, $status);
            $conn->send("second");
        }, [], false);
    ', ['ini' => ['error_reporting' => E_ALL & ~E_DEPRECATED, 'display_errors' => '0']]);
    for ($i = 0; $i < 2; $i++) {
        $client = WsClient::connect($server->port);
        $client->text('onMessage')->expectText('first')->expectText('second');
        $client->text('echo')->expectText('echo')->expectNothing();
        if ($i === 0) {
            $client->disconnect();
            $server->waitOut("onClose\n"); /* or the next child would see it end, too */
        }
    }
    $other = WsClient::connect($server->port);
    $other->text('other')->expectText('other')->text('stop');
    echo "$what: ", report($server);
}
?>
--EXPECT--
works and exits: onClose => status 0
runs the loop: onClose => status 0
dies of SIGKILL: onClose => status 0
dies of a fatal error: onClose => status 0
