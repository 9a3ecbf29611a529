<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach (['/own', '/listed', '/all'] as $path) {
        foreach (['http://localhost', 'http://localhost:8000', 'https://example.com', 'http://www.example.com/x', 'example.com', 'null'] as $origin) {
            $peer = $talk->ws($path, ['Origin' => $origin]);
            if (str_contains($peer->in, ' 101 ')) {
                $peer->frames()->close()->eof();
                $talk->out("closed $path");
            } else {
                $peer->eof();
            }
        }
    }
};
