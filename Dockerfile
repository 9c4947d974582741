# One image of the whole product; what follows its name picks the service:
#   docker run IMAGE scripts/gateway.ts
#   docker run IMAGE scripts/subgraph.ts placements
# The variables are in .env.example.

FROM node:24-bookworm-slim AS built
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
# Nothing here needs the scripts that packages want to run at their install.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY schema ./schema
COPY platform ./platform
COPY gateway ./gateway
COPY scripts ./scripts
COPY subgraphs ./subgraphs
# A container builds nothing at its start.
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /app
COPY --from=built /app ./

ENV HOST=0.0.0.0 PORT=4000
EXPOSE 4000
USER node
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 \
  CMD node scripts/docker/health.mjs $PORT
ENTRYPOINT ["node", "--max-semi-space-size=64", "scripts/run.mjs"]
CMD ["scripts/gateway.ts"]
