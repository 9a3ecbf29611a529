<?php
/* SPDX-License-Identifier: MIT */
return function (Talk $talk): void {
    foreach (['/echo', '/any', '/other'] as $path) {
        foreach (['chat.example', 'CHAT.example:8080', 'localhost', 'other.example'] as $host) {
            $peer = $talk->ws($path, ['Host' => $host]);
            if (str_contains($peer->in, ' 101 ')) {
                $peer->text("$path at $host")->frames()->close();
            }
            $peer->eof();
        }
    }
};
