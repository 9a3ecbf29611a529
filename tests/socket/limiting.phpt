--TEST--
LimitingServer: closes or pauses beyond the limit, counts what is open, calls the handlers of a child
--EXTENSIONS--
wschat
--FILE--
<?php
require __DIR__ . '/socket.inc';

class Mine extends React\Socket\LimitingServer
{
    public function handleConnection(React\Socket\ConnectionInterface $connection)
    {
        echo "  child: connection\n";
        parent::handleConnection($connection);
    }
    public function handleDisconnection(React\Socket\ConnectionInterface $connection)
    {
        echo "  child: disconnection\n";
        parent::handleDisconnection($connection);
    }
    public function handleError(Exception $error)
    {
        echo "  child: error\n";
        parent::handleError($error);
    }
}

foreach ([[2, false], [2, true], [null, true], ['1', false]] as [$limit, $pause]) {
    foreach (['React\Socket\LimitingServer', 'Mine'] as $class) {
        echo "$class ", json_encode([$limit, $pause]), "\n";
        $loop = loop();
        $tcp = server(new React\Socket\TcpServer('127.0.0.1:0', $loop));
        $server = new $class($tcp, $limit, $pause);
        var_dump($server->getAddress() === $tcp->getAddress(), $server->getConnections());
        tell($server, ' ', 'error');
        $served = 0;
        $server->on('connection', function ($c) use (&$served, $server) {
            $served++;
            $c->on('data', function () use ($c) { $c->close(); });
            $c->write('hello');
        });
        $clients = array_map(fn() => new Client($loop, $server->getAddress()), range(1, 3));
        $first = $limit === null ? 3 : (int) $limit;
        run($loop, fn() => count(array_filter($clients, fn($c) => $c->got !== '' || $c->ended)) >= ($pause ? $first : 3));
        echo '  served ', $served, ', open ', count($server->getConnections()), ' ', json_encode(array_keys($server->getConnections())), "\n";
        $clients[0]->write('x');
        run($loop, fn() => $clients[0]->ended);
        if ($pause && $limit) {
            run($loop, fn() => $clients[2]->got !== '');
        }
        echo '  served ', $served, ', open ', count($server->getConnections()), ' ', json_encode(array_keys($server->getConnections())), "\n";
        $server->pause();
        $server->pause();
        foreach ($clients as $client) {
            $client->close();
        }
        run($loop, fn() => !$server->getConnections());
        $late = new Client($loop, $server->getAddress());
        $before = $served;
        $turned = false;
        $loop->addTimer(0.02, function () use (&$turned) { $turned = true; });
        run($loop, function () use (&$turned) { return $turned; });
        echo '  paused: ', $served - $before, ' more';
        $server->resume();
        run($loop, fn() => $late->got !== '');
        echo ', resumed: ', $served - $before, " more\n";
        $late->close();
        run($loop, fn() => !$server->getConnections());
        $server->close();
        var_dump($server->getAddress());
    }
}
?>
--EXPECT--
React\Socket\LimitingServer [2,false]
bool(true)
array(0) {
}
  error OverflowException 0: Connection closed because server reached connection limit
  served 2, open 2 [0,1]
  served 2, open 1 [1]
  paused: 0 more, resumed: 1 more
NULL
Mine [2,false]
bool(true)
array(0) {
}
  child: connection
  child: connection
  child: connection
  child: error
  error OverflowException 0: Connection closed because server reached connection limit
  served 2, open 2 [0,1]
  child: disconnection
  served 2, open 1 [1]
  child: disconnection
  paused: 0 more  child: connection
, resumed: 1 more
  child: disconnection
NULL
React\Socket\LimitingServer [2,true]
bool(true)
array(0) {
}
  served 2, open 2 [0,1]
  served 3, open 2 [1,2]
  paused: 0 more, resumed: 1 more
NULL
Mine [2,true]
bool(true)
array(0) {
}
  child: connection
  child: connection
  served 2, open 2 [0,1]
  child: disconnection
  child: connection
  served 3, open 2 [1,2]
  child: disconnection
  child: disconnection
  paused: 0 more  child: connection
, resumed: 1 more
  child: disconnection
NULL
React\Socket\LimitingServer [null,true]
bool(true)
array(0) {
}
  served 3, open 3 [0,1,2]
  served 3, open 2 [1,2]
  paused: 0 more, resumed: 1 more
NULL
Mine [null,true]
bool(true)
array(0) {
}
  child: connection
  child: connection
  child: connection
  served 3, open 3 [0,1,2]
  child: disconnection
  served 3, open 2 [1,2]
  child: disconnection
  child: disconnection
  paused: 0 more  child: connection
, resumed: 1 more
  child: disconnection
NULL
React\Socket\LimitingServer ["1",false]
bool(true)
array(0) {
}
  error OverflowException 0: Connection closed because server reached connection limit
  error OverflowException 0: Connection closed because server reached connection limit
  served 1, open 1 [0]
  served 1, open 0 []
  paused: 0 more, resumed: 1 more
NULL
Mine ["1",false]
bool(true)
array(0) {
}
  child: connection
  child: connection
  child: error
  error OverflowException 0: Connection closed because server reached connection limit
  child: connection
  child: error
  error OverflowException 0: Connection closed because server reached connection limit
  served 1, open 1 [0]
  child: disconnection
  served 1, open 0 []
  paused: 0 more  child: connection
, resumed: 1 more
  child: disconnection
NULL
